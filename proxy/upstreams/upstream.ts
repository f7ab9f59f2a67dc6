/** One entry of `GET /v1/models`. */
export interface ModelEntry {
  readonly id: string;
  readonly object: 'model';
  /** Seconds since 1970. */
  readonly created: number;
  readonly owned_by: string;
  /** Beyond OpenAI's shape, where they are known: tokens that the model sees at once, and the length of its logits. */
  readonly context_length?: number;
  readonly vocabulary_size?: number;
}

export type Endpoint = 'completions' | 'chat/completions';

/** Where models run. It answers in OpenAI's protocol. */
export interface Upstream {
  models(signal: AbortSignal): Promise<readonly ModelEntry[]>;
  /** `body` is the request's JSON, parsed. The signal is aborted when the client leaves. */
  send(endpoint: Endpoint, body: unknown, signal: AbortSignal): Promise<Response>;
  /** Parameters that the model has refused and that are left out of requests to it since; none when it has no such method. */
  refused?(model: string): readonly string[];
  /** From now on they are sent again. */
  forget?(model: string): void;
}
