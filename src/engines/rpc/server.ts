import { fault, FaultError } from '../../../shared/fault.ts';
import { createBreather, type Breather } from './breather.ts';
import type { Answer, Args, Calls, FromWorker, ToWorker } from './contract.ts';
import { toFault } from './to-fault.ts';
import { Transfer } from './transfer.ts';

/** What a handler gets beside its argument. */
export interface CallContext {
  /** Aborted when the page gives the call up. */
  readonly signal: AbortSignal;
  /** To be awaited between the steps of a long loop; throws an `aborted` fault when the page has given the call up. */
  breathe(): Promise<void>;
  progress(value: unknown): void;
}

export type Handlers<C extends Calls<C>> = {
  readonly [Name in keyof C]: (
    args: Args<C, Name>,
    context: CallContext,
  ) => Answer<C, Name> | Transfer<Answer<C, Name>> | Promise<Answer<C, Name> | Transfer<Answer<C, Name>>>;
};

/** Where messages come from and go to: a worker's own global scope, or a MessagePort in tests. */
export interface ServerScope {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void;
}

/** Answers calls with `handlers`. Every call is answered once, with a value or a fault, also when it is cancelled. */
export function serve<C extends Calls<C>>(
  scope: ServerScope,
  handlers: Handlers<C>,
  breather: Breather = createBreather(),
): void {
  const running = new Map<number, AbortController>();

  async function answer(id: number, method: string, args: unknown): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    running.set(id, controller);
    const stopIfAborted = () => {
      if (signal.aborted) throw new FaultError(fault('aborted', `${method} was stopped`));
    };
    const context: CallContext = {
      signal,
      async breathe() {
        await breather.breathe();
        stopIfAborted();
      },
      progress: (value) => scope.postMessage({ kind: 'progress', id, value }, []),
    };
    try {
      if (!Object.hasOwn(handlers, method)) throw new Error(`no method ${method}`);
      // subtle: both ends are compiled from one contract type, so name and argument fit; the wire itself is untyped.
      const result = await handlers[method as keyof C](args as Args<C, keyof C>, context);
      stopIfAborted();
      if (result instanceof Transfer)
        scope.postMessage({ kind: 'done', id, value: result.value }, result.buffers);
      else scope.postMessage({ kind: 'done', id, value: result }, []);
    } catch (error) {
      scope.postMessage({ kind: 'failed', id, fault: toFault(error) }, []);
    } finally {
      running.delete(id);
    }
  }

  scope.addEventListener('message', ({ data }) => {
    if (data.kind === 'call') void answer(data.id, data.method, data.args);
    else running.get(data.id)?.abort();
  });
}
