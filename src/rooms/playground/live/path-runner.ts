import { valueOf } from '../../../state/async.ts';
import type { Cost, LiveClient, SampleAsk, SamplePath } from '../../../engines/live/live-client.ts';
import { faultOf } from '../../../state/fault-of.ts';
import type { LiveTools } from './live-tools.ts';
import { thereSettings } from './there-settings.ts';

/** Runs the model several times from the text on, by the provider's own sampler. */
export function createPathRunner({ store, live, client, spend, keep }: LiveTools) {
  let running: AbortController | undefined;
  let costOf: LiveClient['costOf'] | undefined;
  void client().then(
    (made) => (costOf = made.costOf),
    () => undefined,
  );

  function question(n: number, length: number): SampleAsk | undefined {
    const capabilities = valueOf(live.getState().capabilities);
    if (capabilities === undefined) return undefined;
    const state = store.getState();
    const { seed: _, ...there } = thereSettings(state).there;
    return { capabilities, prompt: { text: state.document.text }, there, n, length, seed: state.seed };
  }

  async function run(): Promise<void> {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    const { pathCount, pathLength } = live.getState();
    const ask = question(pathCount, pathLength);
    if (ask === undefined) return;
    let paths: readonly SamplePath[] = [];
    live.setState({ paths: { phase: 'running', done: 0, total: pathCount, paths } });
    try {
      const made = await client();
      const sampled = await made.sample(ask, signal, (path) => {
        if (signal.aborted) return;
        paths = [...paths, path];
        spend(1, path.steps.length);
        keep(path.exchange);
        live.setState({ paths: { phase: 'running', done: paths.length, total: pathCount, paths } });
      });
      if (signal.aborted) return;
      live.setState({
        paths: sampled.ok ? { phase: 'done', paths } : { phase: 'failed', fault: sampled.fault, paths },
      });
    } catch (error) {
      if (!signal.aborted) live.setState({ paths: { phase: 'failed', fault: faultOf(error), paths } });
    }
  }

  return {
    run,
    /** What has come stays. */
    cancel(): void {
      running?.abort();
      running = undefined;
      const { paths: now } = live.getState();
      if (now.phase !== 'running') return;
      const { paths } = now;
      live.setState({ paths: paths.length === 0 ? { phase: 'idle' } : { phase: 'done', paths } });
    },
    cost(n: number, length: number): Cost {
      const ask = question(n, length);
      return ask === undefined || costOf === undefined ? { calls: n, tokens: 0 } : costOf(ask);
    },
  };
}
