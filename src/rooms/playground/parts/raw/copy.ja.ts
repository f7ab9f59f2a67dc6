import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  empty: 'まだ何も送っていません。ライブモデルに送った内容と、その応答がここに並びます。',
  exchange: 'やり取り',
  line: (number, request, facts) => `${number} · ${request} · ${facts}`,
  noAnswer: '応答なし',
  milliseconds: (count) => `${count} ms`,
  requestId: (id) => `リクエスト番号 ${id}`,
  clear: '一覧を消す',
  view: '表示',
  request: 'リクエスト',
  response: '応答',
  curl: 'curl',
  python: 'Python',
  typescript: 'TypeScript',
  noKey: 'キーは含まれません。このページはキーを持たず、送る途中でサーバーが付けます。',
  codeKey:
    'コードはキーを OPENAI_API_KEY から読みます。このサーバーのアクセストークンを入れてください。不要なサーバーなら何でもかまいません。',
  nothingSent: 'アドレスのほかには何も送っていません。',
  nothingBack: '何も返ってきませんでした。',
  emptyAnswer: '応答は空でした。',
  copy: 'コピー',
  copied: 'コピーしました',
  refused: 'ブラウザーがコピーを許可しませんでした。選択してあるので、Ctrl+C（⌘C）でコピーできます。',
  cut: (shown, of) => `全 ${of} 文字のうち、初めの ${shown} 文字です。コピーは全文に及びます。`,
};
