export const en = {
  title: 'Your own encoding',
  about:
    'Byte-pair encoding, as minbpe trains it: it begins with the 256 bytes, joins the most frequent pair of neighbours to a new token, and does so again until the vocabulary is full. Of equally frequent pairs the first in the text is taken.',
  size: 'Vocabulary size',
  sizeSpoken: (ids: string, merges: string) => `${ids} tokens, ${merges} merges`,
  sizeShown: (ids: string, merges: string) => `${ids} tokens: 256 bytes and ${merges} merges`,
  marks: 'Usual sizes',
  preSplit: 'Before merging',
  preSplits: { none: 'Do not cut', gpt2: 'Cut into words' },
  preSplitAbout: {
    none: 'Tokens may run across spaces, over several words.',
    gpt2: 'GPT-2’s pattern cuts first, and nothing merges across its cuts.',
  },
  source: (units: string) => `Learns from the text above, ${units} characters long.`,
  noText: 'There is no text above to learn from.',
  train: 'Train',
  trainAgain: 'Train again',
  training: 'Learning merges',
  figure: (done: string, total: string) => `${done} of ${total} merges`,
  idle: 'Nothing is learned yet. What is learned joins the splits that can be compared.',
  cancelled: (kept: boolean) =>
    kept ? 'Cancelled. What was learned before is kept.' : 'Cancelled. Nothing was learned.',
  learned: (merges: string, ids: string) => `Learned: ${merges} merges, ${ids} tokens.`,
  fewer: (wanted: string) =>
    `Fewer than the ${wanted} that were wanted: no two neighbours were left to join.`,
  noMerges: 'With 256 tokens there are only the bytes, and no merges.',
  stale: 'The text or the settings are others since. This is what was learned before.',
  table: 'Learned merges',
  rank: 'Rank',
  left: 'Left',
  right: 'Right',
  result: 'Becomes',
  id: 'Id',
  count: 'Met',
  countAbout: '“Met” is how often the pair stood in the text when it was chosen, overlaps counted.',
  fileTitle: 'A tokenizer of Hugging Face’s',
  openFile: 'Open a tokenizer.json',
  fileAbout: 'Or drop it anywhere here. It is read on this device, and stands beside the other splits.',
  opening: (file: string) => `Reading ${file}`,
  opened: (file: string, model: string, size: string) => `${file}: ${model}, ${size} tokens.`,
  notJson: (file: string) =>
    `${file} was not opened: it is not JSON. A tokenizer.json as Hugging Face writes it is accepted, with a model of the kind BPE, WordPiece or Unigram. Nothing else has changed.`,
  brokenPart: (file: string, part: string) =>
    `${file} was not opened: its part “${part}” is missing, or is not what a tokenizer.json has there. A tokenizer.json as Hugging Face writes it is accepted, with a model of the kind BPE, WordPiece or Unigram. Nothing else has changed.`,
  unsupported: (file: string, part: string, name: string, accepted: string) =>
    `${file} was not opened: “${name}” in its part “${part}” is of a kind that is not read here. Accepted there: ${accepted}. Nothing else has changed.`,
  tooLarge: (file: string, megabytes: string, limit: string) =>
    `${file} was not opened: it has ${megabytes} MB, and up to ${limit} MB are accepted. Nothing else has changed.`,
} as const;
