import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  about: (vocabulary) =>
    `ロジットレンズは、最後のトークンの状態を各層の前後でモデル自身の出力処理に通し、語彙 ${vocabulary} 個すべての確率として読んだものです。アテンションは、ある層のあるヘッドで、最後のトークンが窓の各トークンから受け取る割合で、1 行の合計は 100 % です。`,
  none: (model) => `${model} は並びを数えるだけのモデルで、層もアテンションもありません。`,
  coming: (model) => `${model} を読み込み中です。答え始めると中を見られます。`,
  loading: '中を調べています',
  retry: 'もう一度試す',
  lens: 'ロジットレンズ',
  depth: '深さ',
  rank: (place) => `${place} 位`,
  before: '第 1 層の前',
  after: (layer) => `第 ${layer} 層の後`,
  last: (layer) => `第 ${layer} 層の後（モデルの答え）`,
  attention: 'アテンション',
  layer: '層',
  head: 'ヘッド',
  mean: '全ヘッドの平均',
  position: '位置',
  token: 'トークン',
  share: '割合',
  chip: (place, token, share) => `位置 ${place}：${token}、${share}`,
  outside: '窓の左：モデルには見えません',
  further: (count) => `さらに ${count} 個`,
  others: (count) => `ほかの ${count} 個`,
  deepest: (share) => `最も濃い色が ${share} です。`,
};
