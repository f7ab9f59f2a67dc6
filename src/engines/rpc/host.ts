import { fault } from '../../../shared/fault.ts';
import { createClient, type Client, type RemoteCallOptions } from './client.ts';
import type { Answer, Args, Calls } from './contract.ts';
import type { Port } from './port.ts';

export interface Host<C extends Calls<C>> {
  /** Starts the worker when there is none. A worker that dies fails every call it had; the next call starts another. */
  call<Name extends keyof C & string>(
    method: Name,
    args: Args<C, Name>,
    options?: RemoteCallOptions,
  ): Promise<Answer<C, Name>>;
  /** `Client.callNow`, of a worker that runs. */
  callNow: Client<C>['callNow'];
  /** Ends the worker and its calls for good. */
  close(): void;
}

/** Keeps a worker running over its deaths. It starts with the first call, not before. */
export function createHost<C extends Calls<C>>(name: string, spawn: () => Port): Host<C> {
  let life: { readonly client: Client<C>; readonly port: Port } | undefined;
  let closed = false;

  function start(): Client<C> {
    const port = spawn();
    const client = createClient<C>(port);
    const mine = { client, port };
    life = mine;
    port.onDeath((reason) => {
      if (life === mine) life = undefined;
      port.close();
      client.end(fault('worker-died', `the ${name} worker died: ${reason}`, { worker: name, reason }));
    });
    return client;
  }

  function end(): void {
    life?.port.close();
    life?.client.end(fault('aborted', `the ${name} worker was closed`));
    life = undefined;
  }

  return {
    async call(method, args, options) {
      if (closed) throw new Error(`the ${name} worker was closed before ${method} was called`);
      return (life?.client ?? start()).call(method, args, options);
    },
    callNow: (method, args, patience) => life?.client.callNow(method, args, patience),
    close() {
      closed = true;
      end();
    },
  };
}
