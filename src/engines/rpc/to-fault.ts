import { fault, FaultError, type Fault } from '../../../shared/fault.ts';

/** Any thrown thing as data that can cross to another thread. */
export function toFault(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  if (error instanceof Error) {
    if (error.name === 'AbortError') return fault('aborted', 'stopped');
    return fault('internal', `${error.name}: ${error.message}`);
  }
  return fault('internal', String(error));
}
