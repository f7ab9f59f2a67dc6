import * as v from 'valibot';
import { fault, type Result } from '../../../shared/fault.ts';
import { chatRoles } from '../../core/tokens/chat-format.ts';
import { encodingIds } from '../../core/tokens/encoding-ids.ts';
import { columnLimits, splitIds } from './compare/split-ids.ts';
import { priceLimits } from './parts/price/price-row.ts';
import { largestWindow, tabs, type TokensChoices } from './tokens-state.ts';

const choices = v.partial(
  v.object({
    text: v.string(),
    encoding: v.picklist(encodingIds),
    special: v.picklist(['text', 'parse', 'refuse']),
    tab: v.picklist(tabs),
    compared: v.pipe(
      v.array(v.picklist(splitIds)),
      v.minLength(columnLimits.least),
      v.maxLength(columnLimits.most),
    ),
    word: v.string(),
    chat: v.array(
      v.object({ role: v.picklist(chatRoles), content: v.string(), name: v.exactOptional(v.string()) }),
    ),
    window: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(largestWindow)),
    prices: v.pipe(
      v.array(
        v.object({ model: v.string(), perMillion: v.string(), currency: v.string(), asOf: v.string() }),
      ),
      v.maxLength(priceLimits.rows),
    ),
    query: v.string(),
  }),
);

const names = [
  'text',
  'encoding',
  'special',
  'tab',
  'compared',
  'word',
  'chat',
  'window',
  'prices',
  'query',
] as const satisfies readonly (keyof TokensChoices)[];

/** The choices alone, for a link or for this device. */
export function choicesOf(state: TokensChoices): TokensChoices {
  const { text, encoding, special, tab, compared, word, chat, window, prices, query } = state;
  return { text, encoding, special, tab, compared, word, chat, window, prices, query };
}

/** Choices that were kept; one that cannot be read refuses them all and is named. */
export function choicesFromJson(json: unknown): Result<Partial<TokensChoices>> {
  const parsed = v.safeParse(choices, json);
  if (!parsed.success) {
    const field = v.getDotPath(parsed.issues[0]) ?? 'all';
    return { ok: false, fault: fault('unreadable-link', v.summarize(parsed.issues), { field }) };
  }
  const kept = Object.entries(parsed.output).filter(
    ([name, value]) => names.some((each) => each === name) && value !== undefined,
  );
  return { ok: true, value: Object.fromEntries(kept) };
}
