import { FaultError, fault } from '../../../shared/fault.ts';

/** The error for a model's file that cannot be what it should be. `why` completes "NAME …". */
export function brokenFile(name: string, why: string): FaultError {
  return new FaultError(fault('broken-file', `${name} ${why}.`, { file: name }));
}
