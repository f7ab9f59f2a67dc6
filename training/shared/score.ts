/** How well a model foretells a text. */
export interface Score {
  /** Predicted tokens, the end of each document included. */
  readonly tokens: number;
  /** −ln p per token, mean. */
  readonly natsPerToken: number;
  /** e to the power of it. */
  readonly perplexity: number;
  /** −log2 p of the whole, divided by the bytes of the text. */
  readonly bitsPerByte: number;
}

export function score(nats: number, tokens: number, bytes: number): Score {
  return {
    tokens,
    natsPerToken: nats / tokens,
    perplexity: Math.exp(nats / tokens),
    bitsPerByte: nats / Math.LN2 / bytes,
  };
}
