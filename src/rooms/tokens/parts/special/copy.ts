import { bilingual } from '../../../../ui/language.tsx';

export const copy = bilingual(
  {
    parsed: (count: string) => (count === '1' ? '1 special token:' : `${count} special tokens:`),
    asText: (count: string) =>
      count === '1'
        ? 'One place looks like a special token. It is read as ordinary text:'
        : `${count} places look like special tokens. They are read as ordinary text:`,
    times: (token: string, count: string) => `${token} ×${count}`,
    show: (token: string, count: string) => `${token} ×${count}: show the next one in the text`,
    hint: 'Shows the next one in the text',
  },
  {
    parsed: (count) => `特殊トークン ${count} 個：`,
    asText: (count) => `特殊トークンに見える箇所が ${count} か所あります。ふつうの文字として読んでいます：`,
    times: (token, count) => `${token} ×${count}`,
    show: (token, count) => `${token} ×${count}：テキストの中の次の箇所を表示`,
    hint: 'テキストの中の次の箇所を表示します',
  },
);
