import type { StoreApi } from 'zustand/vanilla';
import type { ModelEngine } from '../../engines/model/engine.ts';
import { failedFrom, idle, runningFrom } from '../../state/async.ts';
import type { Clock } from '../../state/room-services.ts';
import type { Maker } from './models.ts';
import type { PlaygroundState, Reading } from './playground-state.ts';
import { faultOf } from '../../state/fault-of.ts';

/** Tokens that are weighed at most: the last ones of a longer text. */
export const mostWeighed = 4096;
/** Milliseconds of quiet after an edit before the text is weighed anew. */
const quiet = 300;

/** What one weighing is of. */
interface Asked {
  readonly document: PlaygroundState['document'];
  readonly special: PlaygroundState['special'];
  readonly model: ModelEngine;
}

/** While the colours are of surprise: weighs the text by the model that answers, and anew after each change of either. */
export function createSurpriseWatcher(
  store: StoreApi<PlaygroundState>,
  engine: () => ModelEngine | undefined,
  clock: Clock,
) {
  let asked: Asked | undefined;
  let current: AbortController | undefined;
  let cancelWait: (() => void) | undefined;

  async function weigh(reading: Reading, model: ModelEngine, maker: Maker, signal: AbortSignal) {
    store.setState(({ surprise }) => ({ surprise: runningFrom(surprise), weighing: undefined }));
    try {
      const { tokens } = reading.summary;
      // The first token weighed is not the first of its text: the model is shown what stands before it as well.
      const lead = Math.min(Math.max(0, tokens - mostWeighed), model.info.capabilities.contextLength);
      const { ids, first } = await reading.last(mostWeighed + lead, { signal });
      const bits = await model.surprisals(ids, {
        signal,
        onProgress: (weighing) => {
          if (!signal.aborted) store.setState({ weighing });
        },
      });
      signal.throwIfAborted();
      const { text } = reading.document;
      const weighed = { first: first + lead, ids: ids.slice(lead), bits: bits.slice(lead) };
      store.setState({
        surprise: { phase: 'done', value: { maker, text, tokens, ...weighed } },
        weighing: undefined,
      });
    } catch (error) {
      const reason = faultOf(error);
      if (signal.aborted || reason.code === 'aborted') return;
      store.setState(({ surprise }) => ({ surprise: failedFrom(surprise, reason), weighing: undefined }));
    }
  }

  function giveUp(): void {
    cancelWait?.();
    current?.abort();
    asked = undefined;
    if (store.getState().weighing !== undefined) store.setState({ weighing: undefined });
  }

  function rest(): void {
    giveUp();
    if (store.getState().surprise !== idle) store.setState({ surprise: idle });
  }

  function follow(): void {
    const { colours, document, special, reading, answering } = store.getState();
    const model = engine();
    if (colours !== 'surprise' || model === undefined || answering === undefined) return rest();
    if (asked?.document === document && asked.special === special && asked.model === model) return;
    // Bits of another model, or of other tokens, say nothing of these.
    if (asked !== undefined && (asked.model !== model || asked.special !== special)) rest();
    const hurry = store.getState().surprise === idle;
    giveUp();
    if (reading.phase !== 'done' || reading.value.document !== document) return;
    asked = { document, special, model };
    current = new AbortController();
    const { signal } = current;
    const run = (): void => void weigh(reading.value, model, answering, signal);
    if (hurry) run();
    else cancelWait = clock.after(quiet, run);
  }

  const unsubscribe = store.subscribe((now, before) => {
    const moved = now.reading !== before.reading || now.answering !== before.answering;
    if (moved || now.colours !== before.colours) follow();
  });

  return {
    retry(): void {
      rest();
      follow();
    },
    stop(): void {
      unsubscribe();
      giveUp();
    },
  };
}
