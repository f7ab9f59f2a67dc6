/** The header that tells where an answer comes from, when it may come from another's request. */
export const sharedHeader = 'X-Tokenscope-Cache';

/** `miss`: made for this request. `shared`: for another one that asked the same at the same time. `hit`: for an earlier one. */
export type Origin = 'miss' | 'shared' | 'hit';

/** Whether the tokens of an answer were counted for somebody else. */
export function isPaidFor(headers: Headers): boolean {
  const origin = headers.get(sharedHeader);
  return origin === 'shared' || origin === 'hit';
}
