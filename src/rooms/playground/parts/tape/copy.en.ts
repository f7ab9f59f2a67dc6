export const en = {
  slider: 'Draw position',
  at: (u: string, token: string, probability: string) => `u ${u}: ${token}, ${probability}`,
  atRest: (u: string) => `u ${u}`,
  rest: (tokens: string, share: string) => `${tokens} more share ${share}`,
  restShort: (tokens: string) => `${tokens} more`,
  empty: 'The tape appears with the first distribution.',
  keys: 'Drag the needle, or use the arrow keys; with Ctrl they go from token to token.',
} as const;
