import type { Copy } from './language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  cancel: '中止',
  close: '閉じる',
  dismiss: 'この知らせを消す',
  percent: (n) => `${n} %`,
  loading: '読み込み中',
  retry: 'もう一度試す',
};
