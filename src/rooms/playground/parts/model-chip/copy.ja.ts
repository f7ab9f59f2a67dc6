import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  loading: (model, figure) => `${model} を読み込み中 ${figure}`,
  standIn: (answering, chosen) => `${chosen} の読み込み中は ${answering} が答えます`,
  instead: (answering, chosen) => `${chosen} を読み込めず、${answering} が答えています`,
  failed: '読み込めませんでした',
  figure: (percent, loaded, total) => `${percent} %（${loaded} / ${total} MB）`,
  answersNow: (model) => `これからは ${model} が答えます`,
  about: (model) => `言語モデル ${model} について`,
  megabytes: (size) => `${size} MB`,
  stores: { weights: (count) => `重み ${count}`, 'n-grams': (count) => `n-gram ${count}` },
  window: (size) => `窓 ${size}`,
  here: 'このページ内で動作',
};
