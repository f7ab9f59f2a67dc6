import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  empty: 'ステップで加わったトークンが、確率か、確率の入る範囲とともにここに並びます。',
  note: '棒の高さは提供元の確率による驚き（ビット）です。押すと、その直前まで戻ります。',
  notTold: '不明',
  bitsNotTold: '驚きは不明',
  byDraw: 'ここで抽選',
  byProvider: '提供元で抽選',
};
