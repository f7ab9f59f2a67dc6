import type { Copy } from '../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  tabs: 'トークンの見方',
  tab: { text: 'テキスト', compare: '比べる', merges: '結合', chat: 'チャット', vocabulary: '語彙' },
  text: 'テキスト',
  tokens: 'トークン',
  encoding: 'エンコーディング',
  special: '特殊トークン',
  specialText: '文字列として',
  specialParse: '解釈する',
  specialRefuse: '拒否',
  count: 'トークン数',
  counted: (count) => `${count} トークン`,
  reading: '読み込み中…',
  counting: '数えています',
  empty: 'まだ何もありません。文章を入力するか貼り付けるか、ファイルをここに落としてください。',
  readAs: (encoding) => `${encoding} での区切り`,
  loading: (encoding) => `${encoding} の語彙を読み込んでいます`,
  retry: 'もう一度',
  replaced: 'それまでの文章は残してあります。',
  bringBack: '元に戻す',
  file: 'ファイルを開く',
  tooLarge: (file, megabytes) =>
    `${file} は ${megabytes} MB あるため読み込みませんでした。20 MB まで読めます。`,
  notText: (file) =>
    `${file} は UTF-8 の文章として読めないため、読み込みませんでした。UTF-8 で保存して開き直してください。`,
  download: 'ID を保存',
  asJson: 'JSON で',
  asCsv: 'CSV で',
  asBinary: '32 ビット整数で',
  facts: {
    characters: '文字',
    graphemes: '書記素',
    words: '語',
    lines: '行',
    bytes: 'バイト',
    perCharacter: '1 文字あたりのトークン',
    perWord: '1 語あたりのトークン',
  },
  window: '窓のトークン数',
  windowShare: (over, percent) =>
    over ? `入りきりません：窓の ${percent} %。窓は` : `窓の ${percent} %。窓は`,
  windowRefused: (entry, most, inForce) =>
    `${entry === '' ? 'これ' : entry} は窓の大きさとして使えません。1～${most} を入力できます。${inForce} のままです。`,
  seeInVocabulary: '語彙で見る',
  biasToken: 'Playground でバイアスをかける',
  openToken: 'Playground で開く',
  word: '語または文章',
  pasteIds: 'ID から文章へ',
  idsExample: '9906, 1917 または [9906, 1917]',
  useIds: '文章にする',
  refusedId: (entry, min, max, hole) =>
    hole
      ? `${entry} はこのエンコーディングでは何も表しません。何も変えていません。`
      : `${entry} はこのエンコーディングの ID ではありません。${min}～${max} を入力できます。何も変えていません。`,
};
