import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  about:
    'まずエンコーディングのパターンが文章を断片に切ります。次に断片ごとに、1 バイトずつから始めて、隣どうしで結合できる組のうち順位の最も小さいものを結合し、これを繰り返します。断片をまたぐ結合はありません。',
  empty: '単語を入れると、どう切られ、どの結合でトークンになるかが見られます。',
  loading: '結合を調べています',
  retry: 'もう一度試す',
  pieces: '断片',
  piece: (label, more) => `${label}、${more}`,
  tokens: (count) => `${count} トークン`,
  special: '特殊トークン',
  tooLong: '長すぎます',
  rest: (pieces, characters) =>
    `最初の ${pieces} 個の断片です。その後の ${characters} 文字はここでは扱いません。`,
  isSpecial: (token, id) =>
    `${token} は特殊トークン（ID ${id}）です。文章を切る前に見つけられ、結合は起きません。`,
  isTooLong: (bytes, limit) =>
    `この断片は ${bytes} バイトあります。結合を示せるのは ${limit} バイトまで（最も長いトークンの 2 倍）です。`,
  group: (piece) => `「${piece}」の結合`,
  keys: 'ここにフォーカスがあるとき：← → で 1 段ずつ、スペースで再生、Home と End で両端へ。',
  back: '1 つ戻る',
  play: '再生',
  pause: '一時停止',
  step: '1 つ進む',
  slider: '結合の段階',
  place: (at, count) => `${count} 中 ${at}`,
  start: (bytes) => `始まり：${bytes} バイト。`,
  oneByte: '1 バイトなので、結合するものがありません。',
  noMerge: 'このバイト列には、結合できる隣どうしがありません。',
  made: (step, left, right, result, rank) =>
    `${step} 回目：「${left}」＋「${right}」→「${result}」、順位 ${rank}`,
  done: (tokens) =>
    tokens === '1'
      ? '結合するものはもうありません。1 トークンで、エンコーダーの結果と同じです。'
      : `これ以上は結合できません。${tokens} トークンで、エンコーダーの結果と同じです。`,
  entry: (id) =>
    `断片全体が語彙にあります（ID ${id}）。エンコーダーは一度で見つけ、結合をたどっても同じ ID になります。`,
  unreached: (id) =>
    `断片全体が語彙にあり（ID ${id}）、エンコーダーはそれを選びます。結合をたどってもそこには着きません。`,
  parts: '今の部分',
  id: 'ID',
  tree: '結合の木',
  treeSaid: (piece, merges, tokens) =>
    `「${piece}」の木：下にバイト、その上に ${merges} 回の結合、いちばん上に ${tokens} トークン。同じ内容の表が続きます。`,
  rank: (rank) => `順位 ${rank}`,
  asTable: '表で見る',
  table: '結合の順番',
  stepHead: '回',
  left: '左',
  right: '右',
  result: '結果',
  rankHead: '順位',
};
