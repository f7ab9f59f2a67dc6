import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  title: '時間の流れ',
  surprisal: '驚き（サプライザル）',
  entropy: 'エントロピー',
  token: '番号',
  loading: 'グラフを読み込んでいます',
  summary: (count, surprisal, entropy) =>
    `${count} 個のトークン：驚きの平均 ${surprisal} ビット、エントロピーの平均 ${entropy} ビット。`,
  peak: (token, place, bits) => `最も意外だったのは ${place} 番目の ${token}（${bits} ビット）。`,
  grouped: (per) => `1 点は隣り合う ${per} 個の平均です。`,
  asTable: '表で見る',
  tableName: '驚きとエントロピーの推移',
  range: (from, to) => (from === to ? from : `${from}–${to}`),
};
