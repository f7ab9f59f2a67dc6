import type { StoreApi } from 'zustand/vanilla';
import type { EncodingId } from '../core/tokens/encoding-ids.ts';
import type { LiveClient } from '../engines/live/live-client.ts';
import type { LoadProgress, ModelEngine } from '../engines/model/engine.ts';
import type { TokenizerEngine } from '../engines/tokenizer/contract.ts';
import type { PreferencesState } from './preferences.ts';
import type { KeyValueStorage } from './storage.ts';

/** Time, handed in so that a test needs no real one. */
export interface Clock {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Runs once after so many milliseconds; what it returns cancels that. */
  after(milliseconds: number, run: () => void): () => void;
}

export interface ModelOptions {
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
}

/** What the app hands every room: the world outside it. */
export interface RoomServices {
  tokenizer(encoding: EncodingId): TokenizerEngine;
  /** Opens a bundled model by its id. */
  openModel(id: string, options: ModelOptions): Promise<ModelEngine>;
  /** Asks the proxy that may stand behind the page. Its code is fetched when it is first wanted. */
  live(accessToken: () => string | undefined): Promise<LiveClient>;
  readonly storage: KeyValueStorage;
  readonly clock: Clock;
  readonly preferences: StoreApi<PreferencesState>;
}
