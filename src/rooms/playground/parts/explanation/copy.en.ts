export const en = {
  label: (probability: string) => `Why ${probability}`,
  idAndRank: (id: string, rank: string, of: string) => `id ${id}, rank ${rank} of ${of}`,
  take: 'Take this token',
  takeRemoved: 'Take it all the same',
  close: 'Close',
  short: {
    logit: (logit: string) => `logit ${logit}`,
    bias: (by: string) => `${by} bias`,
    banned: 'banned',
    keptBest: 'kept as the best of the banned',
    penalties: (by: string) => `${by} penalties`,
    temperature: (temperature: string) => `÷${temperature}`,
    argmaxKept: 'the best at temperature 0',
    argmaxRemoved: 'not the best at temperature 0',
    topKKept: (rank: string) => `kept by top-k (place ${rank})`,
    topKRemoved: (rank: string) => `removed by top-k (place ${rank})`,
    topPKept: (before: string) => `kept by top-p (${before} before it)`,
    topPRemoved: (before: string) => `removed by top-p (${before} before it)`,
    minPKept: (bar: string) => `kept by min-p (needs ${bar})`,
    minPRemoved: (bar: string) => `removed by min-p (needs ${bar})`,
    division: (mass: string) => `÷${mass}`,
  },
  long: {
    logit: (probability: string) => `The model’s own score. By itself it would give ${probability}.`,
    bias: (factor: string) => `Your bias is added: its odds change by a factor of ${factor}.`,
    banned: 'Your ban sets its score to −∞, so it can never be drawn.',
    keptBest: 'Every token is banned. Something has to be drawn, so the best one stays.',
    penalties: 'The penalties count it as already used.',
    temperature: (temperature: string, after: string) =>
      `Every score is divided by the temperature ${temperature}; this one becomes ${after}.`,
    argmaxKept: 'At temperature 0 only the best token is left, and this is it.',
    argmaxRemoved: 'At temperature 0 only the best token is left, and this is not it.',
    topKKept: (k: string) => `The best ${k} stay, and it is among them.`,
    topKRemoved: (k: string) => `Only the best ${k} stay, and it is not among them.`,
    topPKept: (before: string, p: string) =>
      `More likely tokens hold ${before} of the mass, less than ${p}, so it stays.`,
    topPRemoved: (before: string, p: string) =>
      `More likely tokens already hold ${before} of the mass, and ${p} is enough.`,
    minPKept: (probability: string, bar: string) =>
      `Its ${probability} is not below the bar of ${bar}, so it stays.`,
    minPRemoved: (probability: string, bar: string) => `Its ${probability} is below the bar of ${bar}.`,
    division: (mass: string) =>
      `The kept tokens hold ${mass} of the mass; dividing by it makes them sum to 1.`,
    result: 'The final probability: what is drawn from.',
    zero: 'It cannot be drawn. You can still take it; the history then marks it as taken by hand.',
  },
} as const;
