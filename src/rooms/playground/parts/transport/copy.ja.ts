import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  group: '抽選の操作',
  step: '1 つ進む',
  play: '再生',
  pause: '一時停止',
  draw: '引き直す',
  undo: '元に戻す',
  speed: '速さ',
  perSecond: (tokens) => `毎秒 ${tokens} トークン`,
  perSecondShort: (tokens) => `毎秒 ${tokens}`,
  stepNote: '針の下のトークンを文章に足します',
  drawNote: 'シードの次の数へ針を動かします',
  undoNote: '直前の変更を取り消します',
  waiting: 'まだ抽選する分布がありません。',
  nothingToUndo: '取り消すものがありません。',
  atEnd: (token) => `文章は ${token} で終わっています。`,
  stoppedAt: (token) => `文章の終わりを示す ${token} で止まりました。`,
  goOn: '終わりの先へ続ける',
};
