export const en = {
  loading: (model: string, figure: string) => `loading ${model} ${figure}`,
  standIn: (answering: string, chosen: string) => `${answering} answers while ${chosen} loads`,
  instead: (answering: string, chosen: string) => `${answering} answers: ${chosen} could not be loaded`,
  failed: 'could not be loaded',
  figure: (percent: string, loaded: string, total: string) => `${percent} % (${loaded} of ${total} MB)`,
  answersNow: (model: string) => `${model} answers now`,
  about: (model: string) => `About the ${model} language model`,
  megabytes: (size: string) => `${size} MB`,
  stores: {
    weights: (count: string) => `${count} weights`,
    'n-grams': (count: string) => `${count} n-grams`,
  },
  window: (size: string) => `window ${size}`,
  here: 'in this page',
} as const;
