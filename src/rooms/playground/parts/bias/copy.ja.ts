import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  title: '語にバイアスをかける',
  placeholder: '語、または #1234',
  empty: 'バイアスはまだありません。語を入力して形を選ぶと、出やすくも出にくくもできます。',
  forms: (word) => `「${word}」の形`,
  searching: 'トークンを調べています',
  failed: 'この語の形を調べられませんでした。下の一覧は変わっていません。もう一度入力してください。',
  add: (token, id) => `${token}（ID ${id}）を加える`,
  added: (token, bias) => `${token} を一覧に加えました。バイアスは ${bias} です。`,
  already: '一覧にあります',
  several: (count) => `${count} トークン：並びとしてのみ`,
  severalWhy:
    'バイアスは 1 個のトークンにかかります。複数のトークンでできた形には ID がなく、先頭のトークンにかけると、同じ始まり方をするほかの語まで巻き込みます。',
  noneSingle:
    '1 トークンになる形がありません。#1234 のように、かけらの ID を指定すればバイアスをかけられます。',
  noSuchId: (id, last) => `${id} という ID はありません。ここで使えるのは 0 から ${last} までです。`,
  noToken: (id) => `ID ${id} のトークンはありません。`,
  full: (limit) =>
    `一覧は ${limit} 個までです（OpenAI の API と同じ）。これは加えていません。先にどれかを外してください。`,
  list: 'バイアスをかけた語',
  slider: (token) => `${token} のバイアス`,
  number: (token) => `${token} のバイアスの値`,
  spoken: (bias, odds) => `${bias}、オッズ ${odds}`,
  refused: (entry, inForce) =>
    `${entry === '' ? 'その入力' : entry} は使えません。バイアスは −100 から 100 までの数です。今は ${inForce} のままです。`,
  ban: '禁止',
  banToken: (token) => `${token} を禁止`,
  banned: '禁止中',
  bannedWhy: '禁止すると候補から完全に外れます（−∞）。OpenAI の API では −100 で同じ結果になります。',
  force: '強制',
  forceToken: (token) => `${token} を強制（バイアス +100）`,
  mute: (token) => `${token} を一時的に無効にする`,
  muted: '無効',
  remove: (token) => `${token} を外す`,
  removedOne: (token) => `${token} を一覧から外しました。`,
  parked: (encoding) =>
    `保留中：${encoding} の ID です。モデルは別のエンコーディングで読むため、効かないまま残してあります。`,
};
