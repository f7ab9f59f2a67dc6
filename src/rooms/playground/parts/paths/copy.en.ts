export const en = {
  cannotContinue:
    'This model cannot continue your text token by token; what it would say is sampled from the start.',
  empty: (model: string) =>
    `Nothing has been sampled yet. Each run of ${model} begins after your text; paths that begin alike are drawn as one, with their count.`,
  noPath: 'No path has come.',
  n: 'Paths',
  length: 'Tokens each',
  refused: (range: string, value: string) => `A whole number from ${range}, please. ${value} stays in force.`,
  range: (min: string, max: string) => `${min} to ${max}`,
  run: 'Run',
  runCalls: (calls: string) => `Run ${calls} calls`,
  cost: (calls: string, tokens: string) =>
    `At most ${calls === '1' ? '1 call' : `${calls} calls`} and ${tokens === '1' ? '1 token' : `${tokens} tokens`}, read and written together.`,
  sampling: (model: string) => `Sampling ${model}`,
  progress: (done: string, total: string) => `${done} of ${total}`,
  kept: (count: string) =>
    count === '1' ? 'The path that had come is kept.' : `The ${count} paths that had come are kept.`,
  summary: (count: string, different: string) =>
    count === '1'
      ? '1 path.'
      : `${count} paths, ${different === '1' ? 'all alike' : different === count ? 'all different' : `${different} different ones`}.`,
  tree: 'Paths, the most frequent first',
  note: 'Bar and number: how many paths went this way; beside it, their share of those that came this far. Below a token: its probability, as the provider reported it.',
  times: (count: string) => `${count}×`,
  notTold: 'not told',
  reported: (probability: string) => `reported ${probability}`,
  moreBranches: (count: string) => (count === '1' ? 'Show 1 more' : `Show ${count} more`),
  moreTokens: (count: string) => (count === '1' ? '1 more token' : `${count} more tokens`),
  ended: {
    stop: 'the model ended',
    length: 'length reached',
    content_filter: 'cut by the provider’s filter',
    unsaid: 'ended, no reason told',
  },
  endedAs: (reason: string) => `ended: ${reason}`,
  take: 'Take',
  takeThis: (text: string) => `Take this path: ${text}`,
} as const;
