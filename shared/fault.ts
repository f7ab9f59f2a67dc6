/** Everything that can go wrong for a user, by name; the page has a sentence for each in both languages. */
export const faultCodes = [
  'aborted',
  'offline',
  'not-found',
  'broken-file',
  'worker-died',
  'out-of-range',
  'not-a-number',
  'not-an-integer',
  'unknown-name',
  'special-token-refused',
  'unreadable-link',
  'unreadable-storage',
  'storage-full',
  'too-large',
  'internal',
] as const;

/** What can go wrong with live models only. */
export const liveFaultCodes = [
  'access-denied',
  'rate-limited',
  'provider-refused',
  'no-logprobs',
  'broken-answer',
  'provider-only',
] as const;

export type LiveFaultCode = (typeof liveFaultCodes)[number];
export type FaultCode = (typeof faultCodes)[number] | LiveFaultCode;

/** An error as data. `detail` fills the sentence's blanks; `message` is for the console, in English. */
export interface Fault {
  readonly code: FaultCode;
  readonly message: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/** Carries a fault through `throw`. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'FaultError';
    this.fault = fault;
  }
}

export function fault(code: FaultCode, message: string, detail?: Fault['detail']): Fault {
  return detail === undefined ? { code, message } : { code, message, detail };
}
