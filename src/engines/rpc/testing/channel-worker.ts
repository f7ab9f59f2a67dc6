import type { Port } from '../port.ts';
import type { ServerScope } from '../server.ts';

/** A worker's two ends over a MessageChannel in one thread. `die` does what a crash does to the page's end. */
export interface ChannelWorker {
  readonly port: Port;
  readonly scope: ServerScope;
  die(reason: string): void;
  closed: boolean;
}

export function channelWorker(): ChannelWorker {
  const { port1, port2 } = new MessageChannel();
  const mourners: ((reason: string) => void)[] = [];
  const worker: ChannelWorker = {
    closed: false,
    port: {
      post: (message, transfer) => port1.postMessage(message, transfer),
      onMessage: (listener) => {
        port1.onmessage = ({ data }) => listener(data);
      },
      onDeath: (listener) => mourners.push(listener),
      close: () => {
        worker.closed = true;
        port1.close();
        port2.close();
      },
    },
    scope: {
      postMessage: (message, transfer) => port2.postMessage(message, transfer),
      addEventListener: (_type, listener) => {
        port2.onmessage = listener;
      },
    },
    die: (reason) => mourners.forEach((mourner) => mourner(reason)),
  };
  return worker;
}
