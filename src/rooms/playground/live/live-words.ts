import type { SampledToken } from '../../../core/partial/partial-distribution.ts';
import { bilingual } from '../../../ui/language.tsx';
import { liveFace } from '../../../ui/tokens/live-face.ts';
import type { LivePick } from './live-state.ts';

export const liveWords = bilingual(
  {
    sampler: 'Sampler acts',
    here: 'here',
    there: 'at the provider',
    hereHint: 'on the tokens that the provider lists',
    thereHint: 'what it has words for is sent along; it draws',
    remainder:
      'The draw fell on a token that the provider did not list. Draw again, or let the provider draw.',
    undecided: (tokens: string) =>
      `Which token this draw means depends on tokens that are not listed${tokens === '' ? '' : `: ${tokens}`}. Draw again, or let the provider draw.`,
    part: (token: string) =>
      `${token} is a part of a character, and a text cannot be continued in the middle of one. Draw again, or choose another token.`,
    end: 'The model ends its text here. Draw again, or go on typing.',
    waiting: 'The model has not answered yet.',
    answersOnly:
      'This model cannot continue your text: what it says is the beginning of a reply. Its paths can be sampled below.',
    plan: 'Play asks the model once for each token.',
    calls: 'Calls',
    callsRefused: (entry: string, inForce: string) =>
      `${entry === '' ? 'This' : entry} is not a number of calls: 1 to 1000 are accepted. ${inForce} stays in force.`,
    cost: (calls: string, tokens: string) => `${calls} calls, about ${tokens} tokens in all.`,
    start: 'Start',
    cancel: 'Cancel',
    raw: 'Raw',
    rawHint: 'request and response, as sent',
    paths: 'Sample paths',
    pathsHint: 'many runs, laid over one another',
    unlock: 'Live models…',
    token: 'Access token',
    enter: 'Use it',
    kept: 'Kept in this page only, until it is closed.',
  },
  {
    sampler: 'サンプラーの場所',
    here: 'ここ',
    there: '提供元',
    hereHint: '提供元が挙げたトークンに対して',
    thereHint: '言葉のある設定だけを送り、提供元が引きます',
    remainder: '提供元が挙げなかったトークンに当たりました。引き直すか、提供元に引かせてください。',
    undecided: (tokens) =>
      `どのトークンに当たったかは、挙げられていないトークンしだいです${tokens === '' ? '' : `：${tokens}`}。引き直すか、提供元に引かせてください。`,
    part: (token) =>
      `${token} は文字の一部で、文字の途中から続けることはできません。引き直すか、別のトークンを選んでください。`,
    end: 'モデルはここで文章を終えます。引き直すか、続きを入力してください。',
    waiting: 'モデルはまだ答えていません。',
    answersOnly: 'このモデルは続きを書けません。出てくるのは返答の書き出しです。下で続きを何本か引けます。',
    plan: '再生では、1 トークンごとにモデルに 1 回尋ねます。',
    calls: '回数',
    callsRefused: (entry, inForce) =>
      `${entry === '' ? 'これ' : entry} は回数として使えません。1～1000 を入力できます。${inForce} のままです。`,
    cost: (calls, tokens) => `${calls} 回、合わせて約 ${tokens} トークン。`,
    start: '始める',
    cancel: 'やめる',
    raw: '生のやり取り',
    rawHint: '送った要求と返ってきた応答',
    paths: '続きを何本も引く',
    pathsHint: '何回も走らせて重ねます',
    unlock: 'ライブモデル…',
    token: 'アクセストークン',
    enter: '使う',
    kept: 'このページを閉じるまで、このページの中だけに保ちます。',
  },
);

/** More than these are too many for a sentence. */
const named = 4;

function some(tokens: readonly SampledToken[]): string {
  const first = tokens.slice(0, named).map((token) => `“${liveFace(token).label}”`);
  return [...first, ...(tokens.length > named ? ['…'] : [])].join(', ');
}

/** Why nothing can be added now; undefined when it can. */
export function whyNotStep(pick: LivePick | undefined, words: typeof liveWords.ja) {
  switch (pick?.kind) {
    case undefined:
      return words.waiting;
    case 'remainder':
      return words.remainder;
    case 'undecided':
      return words.undecided(some(pick.tokens));
    case 'part':
      return words.part(liveFace(pick.token).label);
    case 'end':
      return words.end;
    case 'token':
      return undefined;
  }
}
