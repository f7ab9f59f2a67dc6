import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  slider: '抽選の位置',
  at: (u, token, probability) => `u ${u}：${token}、${probability}`,
  atRest: (u) => `u ${u}`,
  rest: (tokens, share) => `ほか ${tokens} 個で ${share}`,
  restShort: (tokens) => `ほか ${tokens} 個`,
  empty: '最初の分布が出ると、ここに帯が現れます。',
  keys: '針はドラッグか矢印キーで動かせます。Ctrl と矢印でトークンごとに移ります。',
};
