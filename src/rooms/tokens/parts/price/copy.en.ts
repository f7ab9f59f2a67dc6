export const en = {
  title: 'Price',
  about:
    'Prices change often, so none is given here. Look one up at the provider and fill it in with its currency and the day you read it.',
  list: 'Prices',
  row: (place: string) => `Price ${place}`,
  model: 'Model',
  modelExample: 'name of the model',
  perMillion: 'Per million input tokens',
  currency: 'Currency',
  currencyExample: 'USD',
  asOf: 'As of',
  add: 'Add a price',
  remove: (name: string) => `Remove ${name}`,
  cost: (amount: string, currency: string) => `${amount} ${currency}`,
  of: (tokens: string, price: string, currency: string, day: string) =>
    `${tokens === '1' ? '1 token' : `${tokens} tokens`} as input, at ${price} ${currency} per million as of ${day}`,
  waiting: 'The tokens are being counted.',
  lacks: {
    price: 'Fill in a price to see what the text costs as input.',
    currency: 'Fill in the currency of this price.',
    date: 'Fill in the day on which you read this price: a cost is true for that day only.',
  },
  wrong: {
    price: (entry: string, most: string) =>
      `${entry} is not taken as a price. Write a number from 0 to ${most}, with a point before the decimals.`,
    date: (entry: string) => `${entry} is no day. Write year, month and day, such as 2026-11-21.`,
  },
  full: (most: string) => `The list holds ${most} prices. Remove one to add another.`,
} as const;
