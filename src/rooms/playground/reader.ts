import { faultOf } from '../../state/fault-of.ts';
import type { StoreApi } from 'zustand/vanilla';
import { FaultError, fault } from '../../../shared/fault.ts';
import { createRanking } from '../../core/sampling/ranking.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import type { ModelEngine } from '../../engines/model/engine.ts';
import type { CallOptions } from '../../engines/tokenizer/contract.ts';
import { failedFrom, runningFrom } from '../../state/async.ts';
import type { Clock } from '../../state/room-services.ts';
import { exactIds } from './document.ts';
import { readFrom, type DocumentSource } from './document-source.ts';
import type { Maker } from './models.ts';
import type { PlaygroundState, Prediction, Reading } from './playground-state.ts';
import { createSettling } from './settling.ts';
import { cutSlice, joinSlices } from './slices.ts';
import type { SamplerSettings } from './sampler-settings.ts';
import { countsPrompt, historyLength } from './penalty-history.ts';
import type { TextFollower } from '../../state/text-follower.ts';
import { waited } from './waited.ts';

/** What the reader works with once the encoding is there; the model may come later. */
export interface ReadingTools {
  readonly vocabulary: VocabularyBytes;
  readonly follower: TextFollower;
  readonly model: ModelEngine | undefined;
}

/** Reads a document as the model's encoding does: its plain text by the worker, its exact tokens as they are. */
async function readDocument(
  source: DocumentSource,
  windowSize: number,
  signal: AbortSignal,
): Promise<Reading> {
  const { document } = source;
  const [summary, exact, tail] = await Promise.all([
    source.summary,
    source.exact,
    lastTokens(source, windowSize, { signal }),
  ]);
  if (summary.refused.length > 0) throw refusal(summary.refused[0]!);
  const exactBytes = exact.byteLengths.reduce((sum: number, length: number) => sum + length, 0);
  return {
    document,
    summary: {
      version: summary.version,
      tokens: summary.tokens + exact.ids.length,
      bytes: summary.bytes + exactBytes,
      length: document.text.length,
      refused: [],
      // Of what was typed: drawn ids are not parsed.
      special: summary.special,
    },
    slice: source.slice,
    last: (n, options) => lastTokens(source, n, options),
    tail,
    window: tail.ids,
  };
}

/** The last n tokens: of the plain text as many as the exact ones leave room for, then those. */
async function lastTokens(source: DocumentSource, n: number, options?: CallOptions): Promise<TokenSlice> {
  const wanted = Math.max(0, n - source.document.exact);
  const asked = wanted === 0 ? undefined : source.last(wanted, options);
  const [exact, before] = await Promise.all([source.exact, asked]);
  const drawn = cutSlice(exact, Math.max(0, exact.ids.length - n), exact.ids.length);
  return before === undefined ? drawn : joinSlices(before, drawn);
}

/** Asks the model what follows, and fetches as much history as the penalties in force look at. */
async function predict(
  reading: Reading,
  settings: SamplerSettings,
  { model, maker }: { readonly model: ModelEngine; readonly maker: Maker },
  source: DocumentSource,
  signal: AbortSignal,
): Promise<Prediction> {
  const logits = await model.next(reading.window, { signal });
  // What a reader has typed after or into drawn tokens makes them prompt, as in a new call to an engine.
  const output = exactIds(reading.document);
  const plainTokens = reading.summary.tokens - output.length;
  const length = countsPrompt(settings) ? historyLength(settings) - output.length : 0;
  const wanted = Math.min(plainTokens, Math.max(0, length));
  const prompt = wanted === 0 ? [] : (await source.last(wanted, { signal })).ids;
  return { maker, reading, logits, ranking: createRanking(logits), prompt, output };
}

/** Milliseconds that a model may take while one types; a slower one waits for as long as it last took, up to a limit. */
const quick = 40;
const longestWait = 250;

/** Follows document, window and model: every change gives a new reading, then a new prediction. */
export function createReader(
  store: StoreApi<PlaygroundState>,
  tools: () => ReadingTools | undefined,
  onPrediction: () => void,
  clock: Clock,
) {
  let current: AbortController | undefined;
  const settling = createSettling();
  /** Milliseconds that the last prediction took. */
  let took = 0;

  async function run(signal: AbortSignal, typing: boolean): Promise<void> {
    const now = tools();
    if (now === undefined) return;
    const { document, windowSize, answering: maker, live } = store.getState();
    // While a live model answers, the page's own are not asked.
    const model = live === undefined ? now.model : undefined;
    const source = readFrom(document, now, signal);
    store.setState(({ reading, prediction }) => ({
      source,
      reading: runningFrom(reading),
      prediction: model === undefined ? prediction : runningFrom(prediction),
    }));
    try {
      const most = now.model?.info.capabilities.contextLength ?? 1;
      // A window that is larger than this model's is kept for one that has it.
      const size = Math.min(windowSize ?? most, most);
      const reading = await readDocument(source, size, signal);
      signal.throwIfAborted();
      store.setState({ reading: { phase: 'done', value: reading } });
      if (model === undefined || maker === undefined) return;
      // Predictions that the next key would overtake slow the typing down.
      if (typing && took > quick) await waited(clock, Math.min(took, longestWait), signal);
      signal.throwIfAborted();
      const begun = clock.now();
      const { settings } = store.getState();
      const prediction = await predict(reading, settings, { model, maker }, source, signal);
      signal.throwIfAborted();
      took = clock.now() - begun;
      store.setState({ prediction: { phase: 'done', value: prediction } });
      onPrediction();
    } catch (error) {
      if (signal.aborted) return;
      const reason = faultOf(error);
      store.setState(({ reading, prediction }) => ({
        reading: reading.phase === 'running' ? failedFrom(reading, reason) : reading,
        prediction: failedFrom(prediction, reason),
      }));
    }
  }

  return {
    /** Starts anew; an older round is given up. Resolves when this one is over, well or not. */
    refresh(typing = false): Promise<void> {
      current?.abort();
      current = new AbortController();
      return settling.watch(run(current.signal, typing));
    },
    settle: settling.settle,
    stop(): void {
      current?.abort();
    },
  };
}

export type Reader = ReturnType<typeof createReader>;

function refusal(first: { readonly token: string; readonly at: number }): FaultError {
  return new FaultError(fault('special-token-refused', `${first.token} at ${first.at}`, { ...first }));
}
