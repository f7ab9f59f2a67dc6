import type { ToWorker } from './contract.ts';
import { pack } from './packing.ts';
import { ringIn, type Ring } from './ring-layout.ts';
import type { ServerScope } from './server.ts';
import type { SharedMemory, Written } from './shared-port.ts';
import { writeRing } from './write-ring.ts';

/** Bytes. A longer answer goes as a message, which hands its arrays over without copying them. */
const longest = 1 << 16;

interface MessageScope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: ToWorker | SharedMemory }) => void,
  ): void;
}

/** A worker's scope that writes small answers into the memory which the page shares (`sharedPort`), if it shares any. */
export function sharedScope(scope: MessageScope): ServerScope {
  let ring: Ring | undefined;
  return {
    postMessage(message, transfer) {
      const record = ring && pack(message, longest);
      if (ring !== undefined && record !== undefined && writeRing(ring, record))
        scope.postMessage({ kind: 'written' } satisfies Written, []);
      else scope.postMessage(message, transfer);
    },
    addEventListener(type, listener) {
      scope.addEventListener(type, ({ data }) => {
        if (data.kind === 'shared-memory') ring = ringIn(data.memory);
        else listener({ data });
      });
    },
  };
}
