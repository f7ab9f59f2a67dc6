import type { Fault } from '../../../../../shared/fault.ts';
import { Blanks } from '../../../../ui/fault-blanks.ts';
import { useFaultSentence } from '../../../../ui/fault-words.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';

/** What was wrong with a reader's file, and what would be accepted. */
export function useFileSentence(): (fault: Fault) => string {
  const words = useCopy(copy);
  const general = useFaultSentence();
  return (fault) => {
    const blanks = new Blanks(fault);
    const [file, part] = [blanks.get('file'), blanks.get('part')];
    if (fault.code === 'broken-file')
      return part === 'JSON' ? words.notJson(file) : words.brokenPart(file, part);
    if (fault.code === 'unknown-name')
      return words.unsupported(file, part, blanks.get('name'), blanks.get('accepted'));
    if (fault.code === 'too-large') return words.tooLarge(file, blanks.get('megabytes'), blanks.get('limit'));
    return general(fault);
  };
}
