import type { Fault } from '../../../shared/fault.ts';

/**
 * What a worker offers, as a type: each method takes one argument that can be cloned and names its result.
 * The type is shared by both sides; nothing of it exists at run time.
 */
export type Calls<C> = { readonly [Name in keyof C]: (args: never) => unknown };
export type Args<C extends Calls<C>, Name extends keyof C> = Parameters<C[Name]>[0];
export type Answer<C extends Calls<C>, Name extends keyof C> = ReturnType<C[Name]>;

/** Page to worker. Ids count up from 1 within one worker's life. */
export type ToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly args: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

/** Worker to page. A call ends with exactly one `done` or `failed`; any number of `progress` may come before. */
export type FromWorker =
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: Fault }
  | { readonly kind: 'progress'; readonly id: number; readonly value: unknown };
