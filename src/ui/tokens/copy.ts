import { bilingual } from '../language.tsx';

export const copy = bilingual(
  {
    shown: (from: string, to: string, count: string) => `${from} to ${to} of ${count}, around the caret`,
    item: (place: string, label: string, id: string, bytes: string) =>
      `token ${place}: ${label}, id ${id}, bytes ${bytes}`,
    special: 'special',
    specialItem: (item: string) => `${item}, special token`,
    part: 'part of a character',
    reading: 'Reading…',
    more: 'A press, or Enter, tells more about one.',
  },
  {
    shown: (from, to, count) => `${count} 個のうち ${from}～${to} 番（カーソルの周り）`,
    item: (place, label, id, bytes) => `トークン ${place}：${label}、ID ${id}、バイト ${bytes}`,
    special: '特殊',
    specialItem: (item) => `${item}、特殊トークン`,
    part: '1 文字の一部',
    reading: '読み取り中…',
    more: '押すか Enter で詳細を表示',
  },
);
