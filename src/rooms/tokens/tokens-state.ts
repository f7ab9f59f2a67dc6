import type { Fault } from '../../../shared/fault.ts';
import type { ChatMessage } from '../../core/tokens/chat-format.ts';
import type { EncodingId, SpecialMode } from '../../core/tokens/encoding-ids.ts';
import type { OpenProgress } from '../../core/tokens/open-progress.ts';
import type { TextSummary } from '../../core/tokens/text-edit.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import { idle, type Async } from '../../state/async.ts';
import type { PriceRow } from './parts/price/price-row.ts';
import type { SplitId } from './compare/split-ids.ts';
import type { TokenSource } from '../../ui/tokens/token-source.ts';

export const tabs = ['text', 'compare', 'merges', 'chat', 'vocabulary'] as const;
export type Tab = (typeof tabs)[number];

/** Larger ones than any model has. */
export const largestWindow = 100_000_000;

/** The choices of a reader: all that a link or a reload must bring back. */
export interface TokensChoices {
  readonly text: string;
  readonly encoding: EncodingId;
  readonly special: SpecialMode;
  readonly tab: Tab;
  /** The splits that stand side by side. */
  readonly compared: readonly SplitId[];
  /** What is looked at merge by merge. */
  readonly word: string;
  /** Messages whose form is counted. */
  readonly chat: readonly ChatMessage[];
  /** Tokens of a context window that the text may have to fit in. */
  readonly window: number;
  /** Prices that the reader has looked up. */
  readonly prices: readonly PriceRow[];
  /** What is looked for in the vocabulary. */
  readonly query: string;
}

export interface Notice {
  readonly key: number;
  readonly fault: Fault;
}

export interface TokensState extends TokensChoices {
  readonly vocabulary: Async<VocabularyBytes>;
  /** Where the tokens of `text` are asked for; undefined before the encoding is there. */
  readonly source: (TokenSource & { readonly text: string }) | undefined;
  /** How far a long text has been read. */
  readonly opening: OpenProgress | undefined;
  /** Counts of the newest text that has been read. */
  readonly summary: Async<TextSummary>;
  /** What a file or ids took the place of; it can be brought back. */
  readonly replaced: string | undefined;
  readonly notices: readonly Notice[];
}

/** Some English, a word that splits, another script, an emoji that is several tokens. */
const openingText =
  'Tokens are pieces of text: some are whole words, some are only a part of one.\nUnbelievable, 東京タワー, नमस्ते, 👩‍🚀 — each costs what it costs.';

export const initialTokensState: TokensState = {
  text: openingText,
  encoding: 'o200k_base',
  special: 'text',
  tab: 'text',
  compared: ['cl100k_base', 'o200k_base', 'words'],
  word: 'unbelievable',
  chat: [
    { role: 'system', content: 'You answer in one sentence.' },
    { role: 'user', content: 'Why is a token not a word?' },
  ],
  window: 8192,
  prices: [],
  query: '',
  vocabulary: idle,
  source: undefined,
  opening: undefined,
  summary: idle,
  replaced: undefined,
  notices: [],
};
