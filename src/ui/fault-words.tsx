import type { Fault, FaultCode } from '../../shared/fault.ts';
import { Blanks } from './fault-blanks.ts';
import { faultCopy } from './fault-copy.ts';
import { useCopy } from './language.tsx';

/** What happened, what was kept, and what to do, in the reader's language. */
export function useFaultSentence(): (fault: Fault) => string {
  const words: Readonly<Record<FaultCode, (blanks: Blanks) => string>> = useCopy(faultCopy);
  return (fault) => words[fault.code](new Blanks(fault));
}

export function FaultWords({ fault }: { readonly fault: Fault }) {
  return <>{useFaultSentence()(fault)}</>;
}
