import { fault, FaultError, type Fault } from '../../../shared/fault.ts';
import type { Answer, Args, Calls, FromWorker, ToWorker } from './contract.ts';
import type { Port } from './port.ts';

export interface RemoteCallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (value: unknown) => void;
  /** Buffers of the argument that are handed over, not copied. */
  readonly transfer?: Transferable[];
}

export interface Client<C extends Calls<C>> {
  /** Settles exactly once: with the answer, a fault of the worker's, `aborted`, or `worker-died`. */
  call<Name extends keyof C & string>(
    method: Name,
    args: Args<C, Name>,
    options?: RemoteCallOptions,
  ): Promise<Answer<C, Name>>;
  /**
   * The answer, if it comes within `patience` milliseconds, in which the thread waits; undefined if it does not, or
   * where nothing can be heard at once. For what is cheap to answer and decides what is drawn next.
   */
  callNow<Name extends keyof C & string>(
    method: Name,
    args: Args<C, Name>,
    patience: number,
  ): Answer<C, Name> | undefined;
  /** Fails everything that waits. Later calls fail with the same fault. */
  end(reason: Fault): void;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: FaultError) => void;
  readonly onProgress: ((value: unknown) => void) | undefined;
}

/** Calls over one port, for one worker's life. */
export function createClient<C extends Calls<C>>(port: Port): Client<C> {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let ended: Fault | undefined;

  port.onMessage((data) => {
    const message = data as FromWorker;
    const call = pending.get(message.id);
    // subtle: the answer of a call that was given up arrives all the same, and nobody waits for it.
    if (call === undefined) return;
    if (message.kind === 'progress') {
      call.onProgress?.(message.value);
      return;
    }
    if (message.kind === 'done') call.resolve(message.value);
    else call.reject(new FaultError(message.fault));
  });

  function send(message: ToWorker, transfer: Transferable[]): void {
    port.post(message, transfer);
  }

  return {
    call(method, args, { signal, onProgress, transfer = [] } = {}) {
      return new Promise((resolve, reject) => {
        if (ended !== undefined) throw new FaultError(ended);
        if (signal?.aborted) throw new FaultError(fault('aborted', `${method} was stopped`));
        const id = ++lastId;
        const onAbort = () => {
          send({ kind: 'cancel', id }, []);
          pending.get(id)?.reject(new FaultError(fault('aborted', `${method} was stopped`)));
        };
        const settle = () => {
          pending.delete(id);
          signal?.removeEventListener('abort', onAbort);
        };
        pending.set(id, {
          resolve(value) {
            settle();
            resolve(value as Answer<C, typeof method>);
          },
          reject(error) {
            settle();
            reject(error);
          },
          onProgress,
        });
        signal?.addEventListener('abort', onAbort);
        try {
          send({ kind: 'call', id, method, args }, transfer);
        } catch (error) {
          pending.get(id)?.reject(new FaultError(fault('internal', `${method}: ${String(error)}`)));
        }
      });
    },
    callNow(method, args, patience) {
      if (ended !== undefined || port.look === undefined) return undefined;
      const id = ++lastId;
      let answer: unknown;
      pending.set(id, {
        resolve(value) {
          pending.delete(id);
          answer = value;
        },
        reject: () => pending.delete(id),
        onProgress: undefined,
      });
      send({ kind: 'call', id, method, args }, []);
      const until = performance.now() + patience;
      while (pending.has(id) && performance.now() < until) port.look();
      pending.delete(id);
      return answer as Answer<C, typeof method> | undefined;
    },
    end(reason) {
      ended ??= reason;
      for (const call of [...pending.values()]) call.reject(new FaultError(reason));
    },
  };
}
