import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  title: '料金',
  about:
    '料金はよく変わるため、ここには載せていません。提供元で調べて、通貨と調べた日付を添えて入力してください。',
  list: '料金の一覧',
  row: (place) => `料金 ${place}`,
  model: 'モデル',
  modelExample: 'モデルの名前',
  perMillion: '入力 100 万トークンあたり',
  currency: '通貨',
  currencyExample: 'USD',
  asOf: '日付',
  add: '料金を加える',
  remove: (name) => `${name} を外す`,
  cost: (amount, currency) => `${amount} ${currency}`,
  of: (tokens, price, currency, day) =>
    `入力として ${tokens} トークン、100 万トークンあたり ${price} ${currency}（${day} 時点）`,
  waiting: 'トークンを数えています。',
  lacks: {
    price: '料金を入力すると、このテキストを入力したときの費用が出ます。',
    currency: 'この料金の通貨を入力してください。',
    date: 'この料金を調べた日付を入力してください。費用はその日の時点のものです。',
  },
  wrong: {
    price: (entry, most) =>
      `${entry} は料金として使えません。0 から ${most} までの数を、小数点はピリオドで入力してください。`,
    date: (entry) => `${entry} という日付はありません。2026-11-21 のように年月日を入力してください。`,
  },
  full: (most) => `一覧は ${most} 件までです。加えるには、どれかを外してください。`,
};
