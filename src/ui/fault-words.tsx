import type { Fault, FaultCode, LiveFaultCode } from '../../shared/fault.ts';
import { Blanks } from './fault-blanks.ts';
import { faultCopy } from './fault-copy.ts';
import { useCopy, type Bilingual } from './language.tsx';

type Words<Code extends FaultCode> = Readonly<Record<Code, (blanks: Blanks) => string>>;

/** Where a part knows only faults that do not come to it. */
const none: Bilingual<Partial<Words<LiveFaultCode>>> = { en: {}, ja: {} };

/**
 * What happened, what was kept, and what to do, in the reader's language. `more`: the sentences of the faults of live models, for
 * the parts that meet them.
 */
export function useFaultSentence(
  more: Bilingual<Partial<Words<LiveFaultCode>>> = none,
): (fault: Fault) => string {
  const words: Partial<Words<FaultCode>> & Words<'internal'> = { ...useCopy(faultCopy), ...useCopy(more) };
  return (fault) => (words[fault.code] ?? words.internal)(new Blanks(fault));
}

export function FaultWords({ fault }: { readonly fault: Fault }) {
  return <>{useFaultSentence()(fault)}</>;
}
