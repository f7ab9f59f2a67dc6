/** The chains of llama.cpp's test_sampler_queue: k, p, m by letter, then k, top-p, min-p; logits ln 0 … ln 9999. */
export const queues: readonly (readonly [chain: string, k: number, p: number, m: number])[] = [
  ['k', 10000, 1, 1],
  ['k', 1, 1, 1],
  ['p', 10000, 1, 1],
  ['p', 10000, 0, 1],
  ['m', 10000, 1, 1],
  ['m', 10000, 1, 1e-12],
  ['k', 100, 1, 1],
  ['p', 10000, 0.0003, 1],
  ['p', 10000, 0.8, 1],
  ['m', 10000, 1, 9997.9 / 9999],
  ['m', 10000, 1, 0.1],
  ['kp', 100, 0.8, 0.1],
  ['km', 100, 0.8, 0.1],
  ['pk', 100, 0.8, 0.1],
  ['pm', 100, 0.8, 0.1],
  ['mk', 100, 0.8, 0.1],
  ['mp', 100, 0.8, 9997.9 / 9999],
  ['mp', 100, 0.8, 0.1],
  ['kpm', 100, 0.8, 0.1],
  ['kmp', 100, 0.8, 0.1],
  ['pkm', 100, 0.8, 0.1],
  ['pmk', 100, 0.8, 0.1],
  ['mkp', 100, 0.8, 0.1],
  ['mpk', 100, 0.8, 0.1],
];

/** Sizes after each stage from a float port of llama.cpp; `lowest` is the smallest id left. */
export const queueSteps: Readonly<
  Record<string, readonly { readonly size: number; readonly lowest: number }[]>
> = {
  'km 100 0.8 0.1': [
    { size: 100, lowest: 9900 },
    { size: 100, lowest: 9900 },
  ],
  'p 10000 1 1': [{ size: 10000, lowest: 0 }],
  'kp 100 0.8 0.1': [
    { size: 100, lowest: 9900 },
    { size: 80, lowest: 9920 },
  ],
  'p 10000 0.0003 1': [{ size: 2, lowest: 9998 }],
  'k 100 1 1': [{ size: 100, lowest: 9900 }],
  'k 10000 1 1': [{ size: 10000, lowest: 0 }],
  'mkp 100 0.8 0.1': [
    { size: 9000, lowest: 1000 },
    { size: 100, lowest: 9900 },
    { size: 80, lowest: 9920 },
  ],
  'mpk 100 0.8 0.1': [
    { size: 9000, lowest: 1000 },
    { size: 5440, lowest: 4560 },
    { size: 100, lowest: 9900 },
  ],
};
