const range = (min: string, max: string) => `${min} to ${max}`;

export const en = {
  title: 'Acts in this order',
  preset: 'Preset',
  presets: {
    greedy: 'Greedy',
    openai: 'OpenAI',
    'llama.cpp': 'llama.cpp',
    'hugging-face': 'Hugging Face',
    vllm: 'vLLM',
    custom: 'Custom',
  },
  changed: (preset: string) => `${preset}, changed`,
  resetTo: (preset: string) => `Reset to ${preset}`,
  order: 'Change order',
  orderDone: 'Order is done',
  orderHint: 'Drag a number, or use the arrows.',
  stages: {
    'logit-bias': 'Logit bias',
    penalties: 'Penalties',
    temperature: 'Temperature',
    'top-k': 'Top-k',
    'top-p': 'Top-p',
    'min-p': 'Min-p',
  },
  parameters: {
    temperature: 'Temperature',
    topK: 'Top-k',
    topP: 'Top-p',
    minP: 'Min-p',
    repetition: 'Repetition penalty',
    frequency: 'Frequency penalty',
    presence: 'Presence penalty',
    lastN: 'Look back',
  },
  valueOf: (name: string) => `${name} value`,
  use: (stage: string) => `Use ${stage}`,
  earlier: (stage: string) => `Move ${stage} earlier`,
  later: (stage: string) => `Move ${stage} later`,
  moved: (stage: string, place: string) => `${stage} now acts as number ${place} of 6.`,
  off: 'off',
  spokenOff: (value: string) => `${value}, off`,
  removed: (count: string) => `removed ${count}`,
  onlyBest: 'best one only',
  keptBest: 'kept the best',
  biased: (count: number) => (count === 1 ? '1 token' : `${count} tokens`),
  penaltySettings: 'Penalty settings',
  lookBackHint: 'tokens; −1 is all',
  seed: 'Seed',
  seedHint: 'same seed, same draws',
  seedRefused: (entry: string, inForce: string, max: string) =>
    `${entry === '' ? 'That' : entry} is not a seed: it takes a whole number, ${range('0', max)}. ${inForce} stays in force.`,
  refused: (name: string, entry: string, min: string, max: string, whole: boolean, inForce: string) =>
    `${entry === '' ? 'That is' : `${entry} is`} not taken: ${name} accepts ${whole ? 'whole numbers' : 'numbers'}, ${range(min, max)}. ${inForce} stays in force.`,
  about: (name: string) => `About ${name}`,
  rules: 'Rules',
  ruleLine: {
    openai:
      'OpenAI’s inner order is not published; this is our reading. Penalties count drawn tokens only. 64-bit arithmetic.',
    'llama.cpp': 'Exactly k tokens stay. Penalties count the prompt too. 32-bit arithmetic.',
    'hugging-face': 'Tokens equal to the k-th stay too. Repetition counts the prompt. 32-bit arithmetic.',
    vllm: 'Tokens equal to the k-th stay too. Repetition counts the prompt. 32-bit arithmetic.',
  },
  ruleHelp: {
    openai:
      'Double precision. Among equally likely tokens the smaller id comes first, and top-k leaves exactly k. Penalties count only tokens that were drawn, by OpenAI’s published formula. OpenAI’s API itself has neither top-k nor min-p nor a repetition penalty.',
    'llama.cpp':
      'Sums and shares are 32-bit numbers, which moves a cut that falls right on an edge. Among equals the smaller id comes first, and top-k leaves exactly k. Every penalty counts prompt and drawn tokens, the last 64 by default.',
    'hugging-face':
      'Sums and shares are 32-bit numbers, which moves a cut that falls right on an edge. Top-k keeps all tokens that equal the k-th; top-p keeps the larger ids among equals. The repetition penalty counts the prompt; frequency and presence penalties, which Hugging Face does not have, count drawn tokens as vLLM’s do.',
    vllm: 'Sums and shares are 32-bit numbers, which moves a cut that falls right on an edge. Top-k keeps all tokens that equal the k-th; top-p keeps the larger ids among equals. The repetition penalty counts the prompt; frequency and presence penalties count drawn tokens only.',
  },
  help: {
    'logit-bias':
      'Adds a number to the logits of the tokens in the bias list. +1 multiplies a token’s odds by 2.72, −1 divides them by 2.72.',
    penalties:
      'Lower what the text already holds. Repetition divides a logit above 0 and multiplies one below; frequency takes its number off for each occurrence; presence takes it off once. 1, 0 and 0 are off.',
    temperature:
      'Divides every logit. Below 1 the likely tokens gain, above 1 the unlikely ones do. At 0 the best token is always drawn; 1 changes nothing.',
    'top-k': 'Keeps the k most likely tokens and removes the rest. 0 is off.',
    'top-p':
      'Keeps the most likely tokens until together they hold this share of the probability, and removes the rest. 1 is off.',
    'min-p': 'Removes every token that is less likely than this share of the best one. 0 is off.',
  },
} as const;
