import type { SampledToken } from '../../../core/partial/partial-distribution.ts';
import { pickAt } from '../../../core/partial/pick-at.ts';
import { valueOf } from '../../../state/async.ts';
import { endOfText } from '../end-of-text.ts';
import type { LiveAnswer, LivePick, LiveState } from './live-state.ts';

/** What Step would add; undefined while the model has not answered for this text, or could not. */
export function livePick(
  { answer, trace }: Pick<LiveState, 'answer' | 'trace'>,
  u: number,
): LivePick | undefined {
  const said = valueOf(answer);
  if (said === undefined || trace === undefined || !trace.ok) return undefined;
  if (said.sampler === 'there') return pickOfProvider(said);
  const { known } = said.next.partial;
  const pick = pickAt(trace.value, u);
  switch (pick.kind) {
    case 'remainder':
      return pick;
    case 'undecided':
      return {
        kind: 'undecided',
        tokens: pick.between.flatMap((each) => (each.kind === 'token' ? [known[each.index]!] : [])),
      };
    case 'token':
      return takenAs(known[pick.index]!, pick.index, said);
  }
}

function pickOfProvider(said: LiveAnswer): LivePick {
  const { chosen, partial } = said.next;
  if (chosen === undefined) return { kind: 'end', token: undefined };
  const index = partial.known.findIndex((token) =>
    token.id === undefined || chosen.id === undefined ? token.text === chosen.text : token.id === chosen.id,
  );
  return takenAs(chosen, index, said);
}

/** What a token would add to the text. `index` is its place in the list, −1 when it is not there. */
export function takenAs(token: SampledToken, index: number, { capabilities }: LiveAnswer): LivePick {
  const { tokenizer } = capabilities;
  if (tokenizer !== null && token.id === endOfText[tokenizer]) return { kind: 'end', token };
  const text = wholeText(token);
  return text === undefined ? { kind: 'part', token } : { kind: 'token', token, text, index };
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function wholeText({ text, bytes }: SampledToken): string | undefined {
  if (bytes === undefined) return text.includes('\uFFFD') ? undefined : text;
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
