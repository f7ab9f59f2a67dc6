import type { Fault } from '../../shared/fault.ts';

/** Work in the making, in one union. `last` keeps the value before while a newer one is made. */
export type Async<T> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly progress?: number; readonly last?: T }
  | { readonly phase: 'done'; readonly value: T }
  | { readonly phase: 'failed'; readonly fault: Fault; readonly last?: T };

export const idle = { phase: 'idle' } as const;

/** The newest value there is, also while a newer one is being made. */
export function valueOf<T>(async: Async<T>): T | undefined {
  if (async.phase === 'done') return async.value;
  if (async.phase === 'idle') return undefined;
  return async.last;
}

/** The same, marked as being made anew. */
export function runningFrom<T>(async: Async<T>): Async<T> {
  const last = valueOf(async);
  return last === undefined ? { phase: 'running' } : { phase: 'running', last };
}

export function failedFrom<T>(async: Async<T>, reason: Fault): Async<T> {
  const last = valueOf(async);
  return last === undefined ? { phase: 'failed', fault: reason } : { phase: 'failed', fault: reason, last };
}
