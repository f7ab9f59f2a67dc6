import { fault, FaultError } from '../../../shared/fault.ts';
import type { Host } from '../rpc/host.ts';
import type { SplitsCalls } from './calls.ts';
import type { SplitBy, SplitCounts, SplitDocument } from './contract.ts';

/** The page's end of a text that is cut in one way. A worker that took the place of a dead one is given the text again. */
export function createRemoteSplit(
  host: Host<SplitsCalls>,
  document: number,
  text: string,
  by: SplitBy,
): SplitDocument {
  let opening: Promise<SplitCounts> | undefined;

  /** Callers that find nothing held at one time share one opening. */
  function bringUp(): Promise<SplitCounts> {
    if (opening !== undefined) return opening;
    const mine = host.call('hold', { document, text, by });
    opening = mine;
    const done = () => {
      if (opening === mine) opening = undefined;
    };
    mine.then(done, done);
    return mine;
  }

  return {
    open: (options = {}) => host.call('hold', { document, text, by }, options),
    async slice(from, to, options = {}) {
      const answer = await host.call('ask', { document, from, to }, options);
      if (answer !== null) return answer;
      await bringUp();
      const again = await host.call('ask', { document, from, to }, options);
      if (again === null) throw new FaultError(fault('aborted', 'the split was given up'));
      return again;
    },
    close() {
      // A worker that is gone has forgotten already.
      host.call('forget', { document }).catch(() => undefined);
    },
  };
}
