import { bilingual } from '../language.tsx';

export const copy = bilingual(
  {
    shown: (from: string, to: string, count: string) => `${from} to ${to} of ${count}, around the caret`,
    item: (place: string, label: string, id: string, bytes: string) =>
      `token ${place}: ${label}, id ${id}, bytes ${bytes}`,
    part: 'part of a character',
    reading: 'Reading…',
  },
  {
    shown: (from, to, count) => `${count} 個のうち ${from}～${to} 番（カーソルの周り）`,
    item: (place, label, id, bytes) => `トークン ${place}：${label}、ID ${id}、バイト ${bytes}`,
    part: '1 文字の一部',
    reading: '読み取り中…',
  },
);
