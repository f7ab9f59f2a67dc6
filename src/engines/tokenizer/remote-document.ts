import { fault, FaultError } from '../../../shared/fault.ts';
import type { EncodingId, SpecialMode } from '../../core/tokens/encoding-ids.ts';
import type { OpenProgress } from '../../core/tokens/open-progress.ts';
import type { TokenSlice } from '../../core/tokens/slice.ts';
import type { TextEdit, TextSummary } from '../../core/tokens/text-edit.ts';
import type { RemoteCallOptions } from '../rpc/client.ts';
import type { Host } from '../rpc/host.ts';
import type { TokenQuestion, TokenizerCalls } from './calls.ts';
import type { CallOptions, TokenizerDocument } from './contract.ts';
import { PageText } from './page-text.ts';

/** Milliseconds. A worker that has nothing else to do answers a key in one or two. */
const patience = 4;

/**
 * The page's end of a document. It holds the text itself, so that a worker that died, or an `open` that was given up,
 * loses nothing: a call that finds the worker behind opens the text there again.
 *
 * A change that is aborted is made all the same; only its answer is given up.
 */
export function createRemoteDocument(
  host: Host<TokenizerCalls>,
  encoding: EncodingId,
  document: number,
  firstSpecial: SpecialMode,
): TokenizerDocument {
  let special = firstSpecial;
  let text = new PageText('');
  let version = 0;
  let reopening: { readonly version: number; readonly summary: Promise<TextSummary> } | undefined;

  const openThere = (whole: string, options: RemoteCallOptions) =>
    host.call('open', { encoding, document, version, text: whole, special }, options);

  /** Opens the newest text again. Callers that find the worker behind at one time share one opening. */
  function bringUp(): Promise<TextSummary> {
    if (reopening?.version === version) return reopening.summary;
    const mine = { version, summary: openThere(text.toString(), {}) };
    reopening = mine;
    const done = () => {
      if (reopening === mine) reopening = undefined;
    };
    mine.summary.then(done, done);
    return mine.summary;
  }

  async function change(edits: readonly TextEdit[], options: CallOptions): Promise<TextSummary> {
    const args = { document, after: version, version: version + 1, edits, special };
    version = args.version;
    return (await host.call('change', args, options)) ?? (await bringUp());
  }

  async function ask(question: TokenQuestion, options: CallOptions): Promise<TokenSlice> {
    const asked = version;
    const args = { document, version: asked, question };
    const answer = await host.call('ask', args, options);
    if (answer !== null) return answer;
    await bringUp();
    const again = version === asked ? await host.call('ask', args, options) : null;
    if (again === null)
      throw new FaultError(fault('aborted', 'the text changed before its tokens were read'));
    return again;
  }

  return {
    encoding,
    async open(newText, { signal, onProgress } = {}) {
      text = new PageText(newText);
      version += 1;
      return openThere(newText, {
        ...(signal && { signal }),
        ...(onProgress && { onProgress: (value) => onProgress(value as OpenProgress) }),
      });
    },
    async edit(edits, options = {}) {
      text.edit(edits);
      return change(edits, options);
    },
    async setSpecial(mode, options = {}) {
      special = mode;
      return change([], options);
    },
    slice: (from, to, options = {}) => ask({ by: 'place', from, to }, options),
    sliceNow(from, to) {
      const args = { document, version, question: { by: 'place', from, to } } as const;
      return host.callNow('ask', args, patience) ?? undefined;
    },
    last: (n, options = {}) => ask({ by: 'end', n }, options),
    byIndex: (from, to, options = {}) => ask({ by: 'index', from, to }, options),
    close() {
      // A worker that is gone has forgotten already.
      host.call('forget', { document }).catch(() => undefined);
    },
  };
}
