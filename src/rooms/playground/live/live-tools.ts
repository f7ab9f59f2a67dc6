import type { StoreApi } from 'zustand/vanilla';
import type { EncodingId } from '../../../core/tokens/encoding-ids.ts';
import type { Exchange } from '../../../engines/live/exchange.ts';
import type { LiveClient } from '../../../engines/live/live-client.ts';
import type { RoomServices } from '../../../state/room-services.ts';
import type { Drawing } from '../drawing.ts';
import type { NoticeBody, PlaygroundState } from '../playground-state.ts';
import type { LiveState } from './live-state.ts';

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
