/** Under which the Playground's choices are kept on this device. The number is the format's. */
export const playgroundKey = 'tokenscope/playground/1';
/** The same of the Tokens room. */
export const tokensKey = 'tokenscope/tokens/1';
export const preferencesKey = 'tokenscope/preferences/1';
