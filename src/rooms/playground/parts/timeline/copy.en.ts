export const en = {
  title: 'Over time',
  surprisal: 'Surprisal',
  entropy: 'Entropy',
  token: 'Number',
  loading: 'Loading the chart',
  summary: (count: string, surprisal: string, entropy: string) =>
    `${count} tokens: mean surprisal ${surprisal} bits, mean entropy ${entropy} bits.`,
  peak: (token: string, place: string, bits: string) =>
    `Most surprising: ${token}, number ${place}, ${bits} bits.`,
  grouped: (per: string) => `Each point is the mean of ${per} neighbours.`,
  asTable: 'As a table',
  tableName: 'Surprisal and entropy over time',
  range: (from: string, to: string) => (from === to ? from : `${from}–${to}`),
} as const;
