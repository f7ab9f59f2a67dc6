import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  cannotContinue:
    'このモデルは、テキストの続きを 1 トークンずつ出すことができません。言いそうなことを、初めから何本か引いて見ます。',
  empty: (model) =>
    `まだ引いていません。${model} にテキストの続きを何本か書かせ、同じ出だしを 1 本にまとめて本数を示します。`,
  noPath: '道筋は 1 本も届きませんでした。',
  n: '本数',
  length: '1 本のトークン数',
  refused: (range, value) => `${range} の整数を入れてください。${value} のままです。`,
  range: (min, max) => `${min}～${max}`,
  run: '実行',
  runCalls: (calls) => `${calls} 回呼び出して実行`,
  cost: (calls, tokens) => `多くて ${calls} 回の呼び出し、読み書き合わせて ${tokens} トークンです。`,
  sampling: (model) => `${model} から引いています`,
  progress: (done, total) => `${total} 本中 ${done} 本`,
  kept: (count) => `届いていた ${count} 本は残っています。`,
  summary: (count, different) =>
    count === '1'
      ? '1 本。'
      : `${count} 本（${different === count ? 'すべて異なります' : `${different} 種類`}）。`,
  tree: '道筋（多い順）',
  note: '棒と数は、ここを通った道筋の本数です。その横は、ここまで来た道筋のうちの割合です。トークンの下は、提供元が示した確率です。',
  times: (count) => `${count} 本`,
  notTold: '不明',
  reported: (probability) => `提供元の値 ${probability}`,
  moreBranches: (count) => `さらに ${count} 件を見る`,
  moreTokens: (count) => `さらに ${count} トークン`,
  ended: {
    stop: 'モデルが終えました',
    length: '長さの上限です',
    content_filter: '提供元のフィルターで切れました',
    unsaid: '終了（理由は不明）',
  },
  endedAs: (reason) => `終了：${reason}`,
  take: '採用',
  takeThis: (text) => `採用する道筋：${text}`,
};
