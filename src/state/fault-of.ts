import { FaultError, fault, type Fault } from '../../shared/fault.ts';

/** What was thrown, as a fault; what is none becomes `internal`. */
export function faultOf(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  return fault('internal', error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
