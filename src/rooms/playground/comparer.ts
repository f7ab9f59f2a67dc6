import type { StoreApi } from 'zustand/vanilla';
import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import type { CallOptions, TokenizerEngine } from '../../engines/tokenizer/contract.ts';
import { failedFrom, runningFrom } from '../../state/async.ts';
import { encodingIn } from './reading-encoding.ts';
import type { PlaygroundState } from './playground-state.ts';
import { faultOf } from '../../state/fault-of.ts';
import { createTextFollower, type TextFollower } from '../../state/text-follower.ts';

/** Reads the text in a second encoding as long as the reader has chosen one that is not the model's. */
export function createComparer(
  store: StoreApi<PlaygroundState>,
  createTokenizer: (encoding: EncodingId) => TokenizerEngine,
) {
  let engine: TokenizerEngine | undefined;
  let follower: TextFollower | undefined;
  let current: AbortController | undefined;

  function close(): void {
    current?.abort();
    engine?.close();
    engine = undefined;
    follower = undefined;
  }

  async function run(encoding: EncodingId, signal: AbortSignal): Promise<void> {
    const { special, document } = store.getState();
    store.setState(({ comparison }) => ({ comparison: runningFrom(comparison ?? { phase: 'idle' }) }));
    try {
      if (engine?.encoding !== encoding) {
        engine?.close();
        engine = createTokenizer(encoding);
        follower = createTextFollower(engine.document(special));
      }
      const [tokenizer, text] = [engine, follower!];
      const vocabulary = await tokenizer.vocabulary({ signal });
      const summary = await text.follow(document.text, { signal });
      signal.throwIfAborted();
      const value = {
        encoding,
        summary,
        vocabulary,
        slice: (from: number, to: number, options?: CallOptions) =>
          text.slice(document.text, from, to, options),
      };
      store.setState({ comparison: { phase: 'done', value } });
    } catch (error) {
      if (signal.aborted) return;
      const reason = faultOf(error);
      store.setState(({ comparison }) => ({
        comparison: failedFrom(comparison ?? { phase: 'idle' }, reason),
      }));
    }
  }

  /** Reads anew with the encoding, special-token mode and text of now. */
  function refresh(): void {
    current?.abort();
    const { encoding } = store.getState();
    if (encoding === encodingIn(store.getState())) {
      close();
      store.setState({ comparison: undefined });
      return;
    }
    current = new AbortController();
    void run(encoding, current.signal);
  }

  const unsubscribe = store.subscribe((now, before) => {
    if (now.encoding !== before.encoding || encodingIn(now) !== encodingIn(before)) refresh();
    else if (now.document.text !== before.document.text && now.comparison !== undefined) refresh();
    if (now.special !== before.special && follower !== undefined) {
      void follower.setSpecial(now.special).then(refresh, () => undefined);
    }
  });

  return {
    retry: refresh,
    stop(): void {
      unsubscribe();
      close();
    },
  };
}
