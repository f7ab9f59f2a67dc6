import { fault, FaultError } from '../../shared/fault.ts';

export interface Latest<A extends readonly unknown[], T> {
  /** Runs with these arguments. A call that a newer one overtakes ends with an `aborted` fault at once. */
  (...args: A): Promise<T>;
  /** Gives up what runs and what waits. */
  abort(): void;
}

/**
 * Latest wins: one run at a time, and only the newest call's answer gets through. A newer call aborts the running one and
 * starts when that has settled; calls overtaken while they waited never start.
 */
export function latest<A extends readonly unknown[], T>(
  run: (signal: AbortSignal, ...args: A) => Promise<T>,
): Latest<A, T> {
  let running: { readonly controller: AbortController; readonly settled: Promise<unknown> } | undefined;
  let giveUp: (() => void) | undefined;

  function start(args: A): Promise<T> {
    const controller = new AbortController();
    const result = run(controller.signal, ...args);
    const mine = { controller, settled: result.catch(() => undefined) };
    running = mine;
    void mine.settled.then(() => {
      if (running === mine) running = undefined;
    });
    return result;
  }

  function abort(): void {
    giveUp?.();
    giveUp = undefined;
    running?.controller.abort();
  }

  const newest = (...args: A) =>
    new Promise<T>((resolve, reject) => {
      abort();
      let overtaken = false;
      const mine = () => {
        overtaken = true;
        reject(new FaultError(fault('aborted', 'a newer call took its place')));
      };
      giveUp = mine;
      void (async () => {
        try {
          // subtle: several may wait on one run; each looks again, and only one is not overtaken.
          while (running !== undefined && !overtaken) await running.settled;
          if (overtaken) return;
          const value = await start(args);
          if (!overtaken) resolve(value);
        } catch (error) {
          if (!overtaken) reject(error);
        } finally {
          if (giveUp === mine) giveUp = undefined;
        }
      })();
    });
  return Object.assign(newest, { abort });
}
