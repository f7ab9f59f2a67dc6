import type { TokenId } from '../numbers/units.ts';
import type { Find } from './parse-find.ts';
import type { Tokens, TokenTexts } from './token-sheet.ts';

/** Whether an id is meant. A hole has no text and no bytes: only its id, or asking for all, finds it. */
export function tokenMatcher(
  find: Find,
  { bytes, offsets }: Pick<Tokens, 'bytes' | 'offsets'>,
  { texts, small }: TokenTexts,
): (id: TokenId) => boolean {
  const hasBytes = (needle: Uint8Array) => (id: TokenId) =>
    includesBytes(bytes, offsets[id]!, offsets[id + 1]!, needle);
  switch (find.by) {
    case 'all':
      return () => true;
    case 'id':
      return (id) => id === find.id;
    case 'text': {
      const { text } = find;
      const written = find.bytes === undefined ? () => false : hasBytes(find.bytes);
      return (id) => small[id]!.includes(text) || id === find.id || written(id);
    }
    case 'prefix': {
      const { text } = find;
      return (id) => small[id]!.startsWith(text);
    }
    case 'bytes':
      return hasBytes(find.bytes);
    case 'pattern': {
      const { pattern } = find;
      return (id) => texts[id] !== '' && pattern.test(texts[id]!);
    }
  }
}

function includesBytes(bytes: Uint8Array, from: number, to: number, needle: Uint8Array): boolean {
  const first = needle[0]!;
  for (let at = from; at + needle.length <= to; at++) {
    if (bytes[at] !== first) continue;
    let same = 1;
    while (same < needle.length && bytes[at + same] === needle[same]) same += 1;
    if (same === needle.length) return true;
  }
  return false;
}
