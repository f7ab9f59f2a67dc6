import { bilingual } from '../../../../ui/language.tsx';

export const copy = bilingual(
  {
    open: 'Save a picture',
    title: 'The text as a picture',
    noText: 'There is no text to make a picture of.',
    notRead: 'The text has to be read first.',
    preview: 'Preview',
    withIds: 'Ids under the tokens',
    columns: 'Columns',
    whole: (count: string) =>
      count === '1' ? 'The whole text, 1 token.' : `The whole text, ${count} tokens.`,
    first: (shown: string, count: string) =>
      `Only the first ${shown} of ${count} tokens: more do not fit into one picture.`,
    pixels: (width: string, height: string) => `As PNG it has ${width} × ${height} pixels.`,
    caption: (encoding: string, count: string) =>
      `${encoding} · ${count === '1' ? '1 token' : `${count} tokens`}`,
    captionFirst: (encoding: string, shown: string, count: string) =>
      `${encoding} · the first ${shown} of ${count} tokens`,
    about: (encoding: string) =>
      `Text as tokens of ${encoding}: each stands on the colour of its id, and every second one is underlined.`,
    reads: (text: string) => `The text: ${text}`,
    begins: (text: string) => `The text begins: ${text}`,
    tree: 'Merge tree as a picture',
    treeTitle: (piece: string, encoding: string) => `Merge tree of “${piece}” in ${encoding}`,
    treeAbout: (bytes: string, merges: string, tokens: string) =>
      `Bytes at the bottom: ${bytes}. Merges above them, each with its rank: ${merges}. Tokens at the top: ${tokens}.`,
    treeCaption: (piece: string, encoding: string) => `“${piece}” · ${encoding}`,
    treeAt: (at: string, merges: string) => `${at} of ${merges} merges`,
  },
  {
    open: '画像を保存',
    title: '文章を画像に',
    noText: '画像にする文章がありません。',
    notRead: 'まず文章が読み込まれる必要があります。',
    preview: 'プレビュー',
    withIds: 'トークンの下に ID',
    columns: '桁数',
    whole: (count) => `文章全体、${count} トークン。`,
    first: (shown, count) =>
      `${count} トークンのうち最初の ${shown} だけです。これより多くは 1 枚の画像に入りません。`,
    pixels: (width, height) => `PNG では ${width} × ${height} ピクセルです。`,
    caption: (encoding, count) => `${encoding} · ${count} トークン`,
    captionFirst: (encoding, shown, count) => `${encoding} · ${count} トークンのうち最初の ${shown}`,
    about: (encoding) =>
      `${encoding} のトークンに分けた文章。どのトークンも ID の色の上にあり、1 つおきに下線があります。`,
    reads: (text) => `文章：${text}`,
    begins: (text) => `文章の始まり：${text}`,
    tree: '結合の木を画像に',
    treeTitle: (piece, encoding) => `${encoding} での「${piece}」の結合の木`,
    treeAbout: (bytes, merges, tokens) =>
      `いちばん下にバイト（${bytes}）、その上に順位の付いた結合（${merges}）、いちばん上にトークン（${tokens}）。`,
    treeCaption: (piece, encoding) => `「${piece}」· ${encoding}`,
    treeAt: (at, merges) => `${merges} 回の結合のうち ${at} 回`,
  },
);
