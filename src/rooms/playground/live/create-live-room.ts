import { createStore } from 'zustand/vanilla';
import type { LiveClient } from '../../../engines/live/live-client.ts';
import { failedFrom, idle, runningFrom } from '../../../state/async.ts';
import { faultOf } from '../../../state/fault-of.ts';
import { createAsker } from './asker.ts';
import type { LiveRoom } from './live-room.ts';
import type { LiveParts, LiveTools } from './live-tools.ts';
import { initialLiveState, type LiveState } from './live-state.ts';
import { createPathRunner } from './path-runner.ts';
import { createStepper } from './stepper.ts';

/** Exchanges that are kept. */
const keptExchanges = 30;

/**
 * The part of the room for models behind the proxy: what there is, what a probe found of the chosen one, what it answers for
 * the text as it stands, and what Step and Play do with that.
 */
export function createLiveRoom(parts: LiveParts): LiveRoom {
  const { store, services, notify } = parts;
  const live = createStore<LiveState>()(() => initialLiveState);
  let accessToken: string | undefined;
  let opened: Promise<LiveClient> | undefined;
  const stopped = new AbortController();
  const tools: LiveTools = {
    ...parts,
    live,
    client: () => (opened ??= services.live(() => accessToken)),
    spend: (calls, tokens) =>
      live.setState(({ spent }) => ({
        spent: { calls: spent.calls + calls, tokens: spent.tokens + tokens },
      })),
    keep: (exchange) =>
      live.setState(({ exchanges, asked }) => ({
        exchanges: [exchange, ...exchanges].slice(0, keptExchanges),
        asked: asked + 1,
      })),
  };
  const asker = createAsker(tools);
  const stepper = createStepper(tools, asker.settle);
  const runner = createPathRunner(tools);

  /** Asks what the proxy offers. Without one the reader is told so, once on each device. */
  async function listOffers(): Promise<void> {
    // What failed stays on the page until it is known to be better: a token is asked for there.
    store.setState(({ offers }) => ({ offers: offers.phase === 'failed' ? offers : runningFrom(offers) }));
    try {
      const client = await tools.client();
      const listed = await client.models(stopped.signal);
      if (stopped.signal.aborted) return;
      if (listed.ok) store.setState({ offers: { phase: 'done', value: listed.value } });
      else {
        store.setState(({ offers }) => ({ offers: failedFrom(offers, listed.fault) }));
        if (listed.fault.code === 'not-found' && !store.getState().toldNoProxy) {
          store.setState({ toldNoProxy: true });
          notify({ said: 'no-proxy' });
        }
      }
    } catch (error) {
      opened = undefined;
      if (!stopped.signal.aborted)
        store.setState(({ offers }) => ({ offers: failedFrom(offers, faultOf(error)) }));
    }
  }

  const room: LiveRoom = {
    store: live,
    step: stepper.step,
    take: stepper.take,
    rewind: stepper.rewind,
    plan: stepper.plan,
    play: stepper.play,
    pause: stepper.pause,
    cancelPlan: () => live.setState({ planning: false }),
    setPlayLength: (playLength: number) => live.setState({ playLength }),
    askAgain: asker.again,
    probeAgain: asker.probeAgain,
    runPaths: runner.run,
    cancelPaths: runner.cancel,
    setPathCount: (pathCount: number) => live.setState({ pathCount }),
    setPathLength: (pathLength: number) => live.setState({ pathLength }),
    costOfPaths: runner.cost,
    costOfPlay: stepper.cost,
    setAccessToken(token: string): void {
      accessToken = token;
      void listOffers();
      asker.again();
    },
    retry(): void {
      void listOffers();
      asker.follow();
    },
    stop(): void {
      stopped.abort();
      asker.stop();
      stepper.pause();
      runner.cancel();
      store.setState({ liveRoom: undefined, offers: idle });
    },
  };
  store.setState({ liveRoom: room });
  return room;
}
