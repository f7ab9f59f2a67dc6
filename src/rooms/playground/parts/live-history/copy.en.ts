export const en = {
  empty: 'Each token that a step adds lands here, with its probability or the interval in which it lies.',
  note: 'Height is surprise in bits, as the provider reported it. Press a token to go back to before it.',
  notTold: 'not told',
  bitsNotTold: 'surprise not told',
  byDraw: 'drawn here',
  byProvider: 'drawn by the provider',
} as const;
