/** How long a loop may run before messages are let in. A cancel is heard within this and one step. */
const turnMs = 8;

export interface Breather {
  /** Lets messages in when the turn is over, else goes on at once. */
  breathe(): Promise<void>;
}

/**
 * Lets a worker hear while it works. One reused MessageChannel: its messages queue fairly with those from the page,
 * while `setTimeout` waits 4 ms and `scheduler.yield()` does not let them in at all.
 */
export function createBreather(now: () => number = () => performance.now()): Breather {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  let turnEnds = now() + turnMs;
  return {
    async breathe() {
      if (now() < turnEnds) return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        port2.postMessage(null);
      });
      turnEnds = now() + turnMs;
    },
  };
}
