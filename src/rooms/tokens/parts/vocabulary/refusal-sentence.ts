import { formatCount } from '../../../../core/numbers/format.ts';
import type { FindRefusal } from '../../../../core/vocabulary/parse-find.ts';
import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

/** Why nothing was looked for, and what would be accepted. */
export function refusalSentence(refusal: FindRefusal, { refusals }: Copy<typeof en>): string {
  switch (refusal.reason) {
    case 'no-such-id':
      return refusals.noSuchId(refusal.id, formatCount(refusal.last));
    case 'flags':
      return refusals.flags(refusal.flags, [...refusal.accepted].join(', '));
    case 'pattern':
      return refusals.pattern(refusal.message);
    case 'bytes':
      return refusals.bytes(refusal.digits);
    case 'too-slow':
      return refusals.tooSlow(String(refusal.seconds));
  }
}
