import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  title: '自作のエンコーディング',
  about:
    'minbpe と同じバイトペア符号化です。256 個のバイトから始め、最も多い隣どうしの組を新しいトークンにまとめます。これを語彙が一杯になるまで繰り返します。同数の組は、テキストで先に現れるほうを選びます。',
  size: '語彙の大きさ',
  sizeSpoken: (ids, merges) => `トークン ${ids} 個、マージ ${merges} 回`,
  sizeShown: (ids, merges) => `トークン ${ids} 個：バイト 256 個とマージ ${merges} 回`,
  marks: 'よく使う大きさ',
  preSplit: 'マージの前に',
  preSplits: { none: '分けない', gpt2: '単語に分ける' },
  preSplitAbout: {
    none: 'トークンは空白をまたぎ、数語にわたることもあります。',
    gpt2: '先に GPT-2 のパターンで分け、その境目をまたぐマージはしません。',
  },
  source: (units) => `上のテキスト（${units} 文字）から学びます。`,
  noText: '上に学ぶためのテキストがありません。',
  train: '学習する',
  trainAgain: 'もう一度学習する',
  training: 'マージを学習中',
  figure: (done, total) => `マージ ${done} / ${total}`,
  idle: 'まだ何も学習していません。学習すると、比べられる分割のひとつになります。',
  learned: (merges, ids) => `学習しました：マージ ${merges} 回、トークン ${ids} 個。`,
  fewer: (wanted) => `希望の ${wanted} 回に届きませんでした。まとめられる隣どうしがもうありません。`,
  noMerges: 'トークンが 256 個だとバイトだけで、マージはありません。',
  stale: 'その後テキストか設定が変わりました。これは前に学習したものです。',
  table: '学習したマージ',
  rank: '順位',
  left: '左',
  right: '右',
  result: '結果',
  id: 'ID',
  count: '出現',
  countAbout: '「出現」は、選ばれたときにその組がテキストにあった回数です（重なりも数えます）。',
  more: (count, left) => `残り ${left} のうち ${count} を表示`,
};
