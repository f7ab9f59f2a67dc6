import type { Copy } from '../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  menu: '書き出し',
  json: '実行の記録（JSON）',
  csv: '分布（CSV）',
  png: 'グラフ（PNG）',
  svg: 'グラフ（SVG）',
};
