import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EncodingId } from '../../../core/tokens/encoding-ids.ts';
import type { Exchange } from '../../../engines/live/exchange.ts';
import type { LiveClient } from '../../../engines/live/live-client.ts';
import { failedFrom, idle, runningFrom } from '../../../state/async.ts';
import type { RoomServices } from '../../../state/room-services.ts';
import type { Drawing } from '../drawing.ts';
import type { NoticeBody, PlaygroundState } from '../playground-state.ts';
import { faultOf } from '../reader.ts';
import { createAsker } from './asker.ts';
import { initialLiveState, type LiveState } from './live-state.ts';
import { createPathRunner } from './path-runner.ts';
import { createStepper } from './stepper.ts';

export interface LiveParts {
  readonly store: StoreApi<PlaygroundState>;
  readonly drawing: Drawing;
  readonly services: Pick<RoomServices, 'live' | 'clock'>;
  readonly notify: (body: NoticeBody) => void;
  /** Has the text read in a model's encoding. */
  readonly readIn: (encoding: EncodingId | undefined) => void;
}

/** What the helpers of this room work with. */
export interface LiveTools extends LiveParts {
  readonly live: StoreApi<LiveState>;
  readonly client: () => Promise<LiveClient>;
  readonly spend: (calls: number, tokens: number) => void;
  /** Keeps an exchange to be looked at. */
  readonly keep: (exchange: Exchange) => void;
}

/** Exchanges that are kept. */
const keptExchanges = 30;

/**
 * The part of the room for models behind the proxy: what there is, what a probe found of the chosen one, what it answers for
 * the text as it stands, and what Step and Play do with that.
 */
export function createLiveRoom(parts: LiveParts) {
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
    store.setState(({ offers }) => ({ offers: runningFrom(offers) }));
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

  const room = {
    store: live,
    step: stepper.step,
    take: stepper.take,
    rewind: stepper.rewind,
    plan: stepper.plan,
    play: stepper.play,
    pause: stepper.pause,
    cancelPlan: () => live.setState({ planning: false }),
    setPlayLength: (playLength: number) => live.setState({ playLength }),
    /** Asks once more for the text as it stands. */
    askAgain: asker.again,
    /** Has the chosen model probed anew. */
    probeAgain: asker.probeAgain,
    runPaths: runner.run,
    cancelPaths: runner.cancel,
    setPathCount: (pathCount: number) => live.setState({ pathCount }),
    setPathLength: (pathLength: number) => live.setState({ pathLength }),
    costOfPaths: runner.cost,
    costOfPlay: stepper.cost,
    /** For a proxy that lets nobody in without one; kept in this page only. */
    setAccessToken(token: string): void {
      accessToken = token;
      void listOffers();
      asker.probeAgain();
    },
    /** Lists what there is, and asks for the chosen model. */
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

export type LiveRoom = ReturnType<typeof createLiveRoom>;
