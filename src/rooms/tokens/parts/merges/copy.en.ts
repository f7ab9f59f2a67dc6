export const en = {
  about:
    'The encoding’s pattern cuts the text into pieces first. Then, inside each piece, of all neighbours that merge, the pair of lowest rank does, again and again, from single bytes up. Nothing merges across two pieces.',
  empty: 'Type a word to see how it is cut and which merges make its tokens.',
  loading: 'Working out the merges',
  retry: 'Try again',
  pieces: 'Pieces',
  piece: (label: string, more: string) => `${label}, ${more}`,
  tokens: (count: string) => (count === '1' ? '1 token' : `${count} tokens`),
  special: 'special token',
  tooLong: 'too long',
  rest: (pieces: string, characters: string) =>
    `These are the first ${pieces} pieces; the ${characters} characters after them are left out here.`,
  isSpecial: (token: string, id: string) =>
    `${token} is a special token, id ${id}. It is found before the text is cut, and nothing of it merges.`,
  isTooLong: (bytes: string, limit: string) =>
    `This piece has ${bytes} bytes. Merges are shown for pieces of up to ${limit}, twice the longest token there is.`,
  group: (piece: string) => `Merges of “${piece}”`,
  keys: 'When this part has the focus: ← and → step, Space plays, Home and End go to the ends.',
  back: 'Back',
  play: 'Play',
  pause: 'Pause',
  step: 'Step',
  slider: 'Merge step',
  place: (at: string, count: string) => `${at} of ${count}`,
  start: (bytes: string) => (bytes === '1' ? 'Start: 1 byte.' : `Start: ${bytes} bytes.`),
  oneByte: 'One byte: there is nothing to merge.',
  noMerge: 'No two neighbours of these bytes merge.',
  made: (step: string, left: string, right: string, result: string, rank: string) =>
    `Step ${step}: “${left}” + “${right}” → “${result}”, rank ${rank}`,
  done: (tokens: string) =>
    tokens === '1'
      ? 'Nothing is left to merge: 1 token, the same as the encoder’s.'
      : `No further neighbours merge: ${tokens} tokens, the same as the encoder’s.`,
  entry: (id: string) =>
    `The whole piece is an entry of the vocabulary, id ${id}: the encoder finds it at once, and the merges lead to the same id.`,
  unreached: (id: string) =>
    `The whole piece is an entry of the vocabulary, id ${id}, and the encoder takes it at once. The merges do not lead to it.`,
  parts: 'Parts now',
  id: 'id',
  tree: 'Merge tree',
  treeSaid: (piece: string, merges: string, tokens: string) =>
    `Tree of “${piece}”: bytes at the bottom, ${merges} merges above them, ${tokens} tokens at the top. The same as a table follows.`,
  rank: (rank: string) => `rank ${rank}`,
  asTable: 'As a table',
  table: 'Merges in order',
  stepHead: 'Step',
  left: 'Left',
  right: 'Right',
  result: 'Result',
  rankHead: 'Rank',
} as const;
