import { unpack } from './packing.ts';
import type { Port } from './port.ts';
import { readRing } from './read-ring.ts';
import { ringBytes, ringIn } from './ring-layout.ts';

/** Page to worker, before anything else: where small answers are written. */
export interface SharedMemory {
  readonly kind: 'shared-memory';
  readonly memory: SharedArrayBuffer;
}

/** Worker to page: there is something to be read in the shared memory. */
export interface Written {
  readonly kind: 'written';
}

/**
 * A port that reads the small answers of a worker from shared memory, in the frame after a call at the latest, where they
 * are there by then. A browser holds back messages after a key press until the frame that shows the key has been drawn;
 * so the tokens of a letter are drawn with the letter, once, and not after it. At the worker's end stands `sharedScope`.
 *
 * @param nextFrame calls back before the next frame is laid out.
 */
export function sharedPort(port: Port, nextFrame: (look: () => void) => unknown): Port {
  const memory = new SharedArrayBuffer(ringBytes);
  const ring = ringIn(memory);
  let listener: ((data: unknown) => void) | undefined;
  let isLooking = false;

  function look(): void {
    for (let record = readRing(ring); record !== undefined; record = readRing(ring))
      listener?.(unpack(record));
  }

  port.post({ kind: 'shared-memory', memory } satisfies SharedMemory, []);
  return {
    ...port,
    look,
    post(message, transfer) {
      port.post(message, transfer);
      if (isLooking) return;
      isLooking = true;
      nextFrame(() => {
        isLooking = false;
        look();
      });
    },
    onMessage(hear) {
      listener = hear;
      port.onMessage((data) => {
        // What was written before this message was sent is heard before it.
        look();
        if ((data as Written).kind !== 'written') hear(data);
      });
    },
  };
}
