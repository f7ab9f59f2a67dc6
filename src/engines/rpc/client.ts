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
    end(reason) {
      ended ??= reason;
      for (const call of [...pending.values()]) call.reject(new FaultError(reason));
    },
  };
}
