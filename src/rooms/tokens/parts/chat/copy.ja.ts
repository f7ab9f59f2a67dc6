import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  about:
    'チャットのモデルは、特殊トークンで囲んだメッセージを 1 つの文章として読みます。役割、名前、内容のトークンのほかに、1 メッセージにつき 3、名前があればさらに 1、答えの始まりに 3 トークンかかります。数え方は OpenAI のクックブックに従っています。',
  notTyped:
    'これらの特殊トークンは tiktoken にはなく、サーバーが入れるものです。メッセージに同じ文字を書いても、ただの文字のままです。',
  none: (encoding) =>
    `${encoding} のモデルはチャットをせず、文章の続きを書きます。チャットを数えるには cl100k_base か o200k_base を選んでください。`,
  counting: 'トークンを数えています',
  retry: 'もう一度試す',
  messages: 'メッセージ',
  message: (place) => `メッセージ ${place}`,
  role: '役割',
  roles: {
    system: 'system（システム）',
    developer: 'developer（開発者）',
    user: 'user（ユーザー）',
    assistant: 'assistant（アシスタント）',
  },
  name: '名前',
  noName: 'なし',
  content: '内容',
  up: '上へ',
  down: '下へ',
  remove: '削除',
  add: 'メッセージを足す',
  empty: 'メッセージがありません。それでも答えの始まりに 3 トークンかかります。',
  split: (content, overhead) => `内容 ${content} ＋ 上乗せ ${overhead}`,
  sum: (total) => `${total} トークン`,
  pending: '数えています…',
  format: 'モデルが読むもの',
  priming: '答えの始まり',
  total: '合計',
  totalSplit: (content, overhead, share) => `内容 ${content}、上乗せ ${overhead}（${share}）`,
  asText: '1 つの文章として見る',
  contentHere: (tokens) => `内容：${tokens}`,
};
