/** What stands in index.html where the fresh nonce of each answer goes. */
export const noncePlaceholder = '__CSP_NONCE__';
