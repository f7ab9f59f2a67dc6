import type { Fault } from '../../../shared/fault.ts';
import type { TokenId } from '../../core/numbers/units.ts';
import type { Ranking } from '../../core/sampling/ranking.ts';
import type { Trace } from '../../core/sampling/trace.ts';
import type { EncodingId, SpecialMode } from '../../core/tokens/encoding-ids.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { TextSummary } from '../../core/tokens/text-edit.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import type { CallOptions } from '../../engines/tokenizer/contract.ts';
import type { Inside } from '../../core/model/language-model.ts';
import type { LoadProgress, ModelInfo } from '../../engines/model/engine.ts';
import type { LiveModel } from '../../engines/live/live-client.ts';
import { idle, type Async } from '../../state/async.ts';
import type { BiasEntry } from './bias-entries.ts';
import { plainDocument, type PlayDocument } from './document.ts';
import type { LiveRoom } from './live/live-room.ts';
import type { Sampler } from './live/sampler.ts';
import { models, type Maker, type ModelId } from './models.ts';
import { defaultSettings, type SamplerSettings } from './sampler-settings.ts';

/** Tokens of one document, to be asked for by place as soon as the document stands in the editor. */
export interface TextSource {
  readonly document: PlayDocument;
  readonly vocabulary: VocabularyBytes;
  /** The tokens that touch UTF-16 [from, to). Ends with `aborted` once another document is read. */
  slice(from: number, to: number, options?: CallOptions): Promise<TokenSlice>;
  /** The same, if it can be had at once; undefined if not. */
  sliceNow(from: number, to: number): TokenSlice | undefined;
}

/** How the model's encoding reads the text that stands in the editor. */
export interface Reading {
  readonly document: PlayDocument;
  /** Of the whole text, drawn tokens included. */
  readonly summary: TextSummary;
  /** The tokens that touch UTF-16 [from, to). */
  slice(from: number, to: number, options?: CallOptions): Promise<TokenSlice>;
  /** The last n tokens of the whole text, fewer when it has fewer. Ends with `aborted` as `slice` does. */
  last(n: number, options?: CallOptions): Promise<TokenSlice>;
  /** The last tokens up to the model's context length, oldest first. */
  readonly tail: TokenSlice;
  /** Ids that the model was shown: the window. */
  readonly window: Uint32Array;
}

/** The same text in another encoding, for comparing. */
export interface Comparison {
  readonly encoding: EncodingId;
  readonly summary: TextSummary;
  readonly vocabulary: VocabularyBytes;
  slice(from: number, to: number, options?: CallOptions): Promise<TokenSlice>;
}

/** What a model said of one reading. */
export interface Prediction {
  readonly maker: Maker;
  readonly reading: Reading;
  readonly logits: Float64Array;
  readonly ranking: Ranking;
  /** Ids that count as history for penalties: the text's own, and the drawn ones. */
  readonly prompt: ArrayLike<TokenId>;
  readonly output: ArrayLike<TokenId>;
}

/** What lies between the window's ids and one prediction. */
export interface InsideView {
  readonly maker: Maker;
  readonly inside: Inside;
  /** Ids of the tokens just left of the window, oldest first, and how many there are in all. */
  readonly before: Uint32Array;
  readonly outside: number;
}

/** How surprising each token of a text is to a model. */
export interface Surprise {
  readonly maker: Maker;
  readonly text: string;
  /** Index of the first token that was weighed: 0, unless the text is long. */
  readonly first: number;
  readonly ids: Uint32Array;
  /** −log2 of each id's probability given the ids before it, as long as `ids`. */
  readonly bits: Float64Array;
  /** Tokens of the whole text. */
  readonly tokens: number;
}

/**
 * Something to tell: a fault, that a link replaced what stood here (which can be brought back), that there is no server for
 * live models, or that a model could not be had and another one answers (the first can be tried again).
 */
export type NoticeBody =
  | { readonly fault: Fault }
  | { readonly said: 'opened-from-link' | 'no-proxy' }
  | { readonly unavailable: ModelId; readonly answering: ModelId; readonly reason: Fault };
export type Notice = NoticeBody & { readonly key: number };

/** The choices of a reader: all that a link or a reload must bring back. */
export interface PlaygroundChoices {
  readonly document: PlayDocument;
  readonly modelId: ModelId;
  /** A model behind the proxy, by its name there, that answers in place of the page's own. */
  readonly live: string | undefined;
  readonly sampler: Sampler;
  /** Shown beside the model's own when it differs. */
  readonly encoding: EncodingId;
  readonly special: SpecialMode;
  /** Tokens that the model may see; undefined is all that it can. */
  readonly windowSize: number | undefined;
  readonly settings: SamplerSettings;
  readonly bias: readonly BiasEntry[];
  readonly seed: number;
  /** How many numbers of the seed's sequence came before u. */
  readonly draws: number;
  /** In [0, 1): where the needle stands. */
  readonly u: number;
  readonly scale: 'linear' | 'log';
  /** Tokens a second while playing. */
  readonly speed: number;
  /** Go on after `<|endoftext|>`. */
  readonly pastEnd: boolean;
  /** What the grounds of the text's tokens mean. */
  readonly colours: 'tokens' | 'surprise';
  /** The panel that looks inside the model. */
  readonly insideOpen: boolean;
  /** The panels of a live model: what was asked and answered, and its runs. */
  readonly rawOpen: boolean;
  readonly pathsOpen: boolean;
  /** This device has been told that there is no proxy. */
  readonly toldNoProxy: boolean;
}

export interface PlaygroundState extends PlaygroundChoices {
  /** The chosen model. */
  readonly model: Async<ModelInfo>;
  /** The model that is asked meanwhile: the chosen one once it is there. */
  readonly answering: Maker | undefined;
  readonly loading: (LoadProgress & { readonly id: ModelId }) | undefined;
  /** What the proxy offers; failed when there is none. */
  readonly offers: Async<readonly LiveModel[]>;
  /** The live model's part of the room, once its code is there. */
  readonly liveRoom: LiveRoom | undefined;
  /** The live model's encoding, where a probe found it. */
  readonly liveEncoding: EncodingId | undefined;
  readonly vocabulary: Async<VocabularyBytes>;
  /** Of the newest document, while and after it is read. */
  readonly source: TextSource | undefined;
  readonly reading: Async<Reading>;
  readonly comparison: Async<Comparison> | undefined;
  readonly prediction: Async<Prediction>;
  readonly trace: Trace | undefined;
  /** Only while its panel is open. */
  readonly inside: Async<InsideView>;
  /** Only while the colours are of it. */
  readonly surprise: Async<Surprise>;
  /** Tokens weighed so far, of how many. */
  readonly weighing: { readonly done: number; readonly total: number } | undefined;
  /** The trace came with a new prediction, not with a control that was moved: nothing on the way to it is to be seen. */
  readonly fresh: boolean;
  readonly playing: boolean;
  readonly ended: boolean;
  readonly undoable: number;
  readonly activeId: TokenId | undefined;
  /** Tokens that the reader looked for; they stay in the table. */
  readonly found: readonly TokenId[];
  readonly notices: readonly Notice[];
}

/** English, because the bundled models read English; short enough for the first screen. */
export const openingText = 'Once upon a time there was a';

export function initialChoices(u: number): PlaygroundChoices {
  return {
    document: plainDocument(openingText),
    modelId: models[0].id,
    live: undefined,
    sampler: 'here',
    encoding: 'r50k_base',
    special: 'text',
    windowSize: undefined,
    settings: defaultSettings,
    bias: [],
    seed: 42,
    draws: 0,
    u,
    scale: 'linear',
    speed: 4,
    pastEnd: false,
    colours: 'tokens',
    insideOpen: false,
    rawOpen: false,
    pathsOpen: false,
    toldNoProxy: false,
  };
}

export function initialState(u: number): PlaygroundState {
  return {
    ...initialChoices(u),
    model: idle,
    answering: undefined,
    loading: undefined,
    offers: idle,
    liveRoom: undefined,
    liveEncoding: undefined,
    vocabulary: idle,
    source: undefined,
    reading: idle,
    comparison: undefined,
    prediction: idle,
    trace: undefined,
    inside: idle,
    surprise: idle,
    weighing: undefined,
    fresh: true,
    playing: false,
    ended: false,
    undoable: 0,
    activeId: undefined,
    found: [],
    notices: [],
  };
}
