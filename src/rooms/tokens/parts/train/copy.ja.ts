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
  cancelled: (kept) =>
    kept ? '中止しました。前に学習したものは残っています。' : '中止しました。何も学習していません。',
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
  fileTitle: 'Hugging Face のトークナイザー',
  openFile: 'tokenizer.json を開く',
  fileAbout: 'この欄のどこかにドロップしても開けます。この端末の中で読み、ほかの区切りと並べます。',
  opening: (file) => `${file} を読み込み中`,
  opened: (file, model, size) => `${file}：${model}、トークン ${size} 個。`,
  notJson: (file) =>
    `${file} は JSON ではないため開けませんでした。開けるのは Hugging Face 形式の tokenizer.json で、モデルの種類は BPE、WordPiece、Unigram のいずれかです。ほかは何も変わっていません。`,
  brokenPart: (file, part) =>
    `${file} の「${part}」の部分がないか、tokenizer.json の形になっていないため、開けませんでした。開けるのは Hugging Face 形式の tokenizer.json で、モデルの種類は BPE、WordPiece、Unigram のいずれかです。ほかは何も変わっていません。`,
  unsupported: (file, part, name, accepted) =>
    `${file} の「${part}」にある「${name}」は、ここでは読めない種類のため開けませんでした。この部分で読めるのは ${accepted} です。ほかは何も変わっていません。`,
  tooLarge: (file, megabytes, limit) =>
    `${file} は ${megabytes} MB あるため開けませんでした。開けるのは ${limit} MB までです。ほかは何も変わっていません。`,
};
