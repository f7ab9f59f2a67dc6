import type { StoreApi } from 'zustand/vanilla';
import type { ModelEngine } from '../../engines/model/engine.ts';
import { failedFrom, idle, runningFrom } from '../../state/async.ts';
import type { PlaygroundState, Prediction } from './playground-state.ts';
import { faultOf } from '../../state/fault-of.ts';

/** Tokens left of the window that are shown with it. */
const shownOutside = 24;

/** While its panel is open: looks inside the model at each new prediction; the latest wins. */
export function createInsideWatcher(store: StoreApi<PlaygroundState>, engine: () => ModelEngine | undefined) {
  let asked: Prediction | undefined;
  let current: AbortController | undefined;

  async function look(prediction: Prediction, model: ModelEngine, signal: AbortSignal): Promise<void> {
    const { maker, reading } = prediction;
    store.setState(({ inside }) => ({ inside: runningFrom(inside) }));
    try {
      const { window } = reading;
      const outside = reading.summary.tokens - window.length;
      const [inside, tail] = await Promise.all([
        model.inspect(window, { signal }),
        outside === 0 ? undefined : reading.last(window.length + shownOutside, { signal }),
      ]);
      signal.throwIfAborted();
      const before = tail?.ids.slice(0, tail.ids.length - window.length) ?? new Uint32Array();
      store.setState({ inside: { phase: 'done', value: { maker, inside, before, outside } } });
    } catch (error) {
      const reason = faultOf(error);
      // An `aborted` that is not ours means that the text has moved on; its own prediction is on the way.
      if (signal.aborted || reason.code === 'aborted') return;
      store.setState(({ inside }) => ({ inside: failedFrom(inside, reason) }));
    }
  }

  function rest(): void {
    current?.abort();
    asked = undefined;
    if (store.getState().inside !== idle) store.setState({ inside: idle });
  }

  function follow(): void {
    const { insideOpen, prediction } = store.getState();
    if (!insideOpen) return rest();
    if (prediction.phase !== 'done' || prediction.value === asked) return;
    const model = engine();
    if (model === undefined || !prediction.value.maker.capabilities.inside) return rest();
    current?.abort();
    current = new AbortController();
    asked = prediction.value;
    void look(asked, model, current.signal);
  }

  const unsubscribe = store.subscribe((now, before) => {
    if (now.prediction !== before.prediction || now.insideOpen !== before.insideOpen) follow();
  });

  return {
    retry(): void {
      asked = undefined;
      follow();
    },
    stop(): void {
      unsubscribe();
      current?.abort();
    },
  };
}
