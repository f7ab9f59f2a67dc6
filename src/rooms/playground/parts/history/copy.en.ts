export const en = {
  list: 'History',
  empty: 'Each token that you draw lands here with its probability and its surprise.',
  note: 'Height is surprise in bits, for the model. Press a token to go back to before it.',
  earlier: (count: string) => `Show ${count} earlier`,
  rewind: (place: string) => `Go back to before number ${place}`,
  final: (probability: string) => `final ${probability}`,
  bits: (bits: string) => `${bits} bits`,
  by: (model: string) => `by ${model}`,
  byHand: 'taken by hand',
} as const;
