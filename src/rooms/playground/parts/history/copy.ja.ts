import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  list: '履歴',
  empty: '引いたトークンが、確率と驚きの量とともにここに並びます。',
  note: '棒の高さはモデルにとっての驚き（ビット）です。押すと、その直前まで戻ります。',
  earlier: (count) => `前の ${count} 個も見る`,
  rewind: (place) => `${place} 番目の直前まで戻る`,
  final: (probability) => `最終 ${probability}`,
  bits: (bits) => `${bits} ビット`,
  by: (model) => `モデル ${model}`,
  byHand: '手で選択',
};
