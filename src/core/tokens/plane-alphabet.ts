/** The 64 characters that stand for six bits in a packed vocabulary, in order of value. */
export const planeAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
