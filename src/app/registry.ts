import type { ComponentType } from 'react';
import { playgroundRoom } from '../rooms/playground/index.ts';
import { tokensRoom } from '../rooms/tokens/index.ts';
import type { RoomServices } from '../state/room-services.ts';
import type { Bilingual } from '../ui/language.tsx';

export interface RoomEntry {
  readonly id: string;
  /** Below the page's base address. */
  readonly path: string;
  readonly name: Bilingual<string>;
  readonly Room: ComponentType<{ readonly services: RoomServices }>;
}

/** The rooms in the order of the navigation. A new one is added here and nowhere else. */
export const rooms: readonly RoomEntry[] = [playgroundRoom, tokensRoom];
