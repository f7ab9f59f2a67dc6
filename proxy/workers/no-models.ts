import { refusal } from '../openai/errors.ts';
import type { Upstream } from '../upstreams/upstream.ts';

/** In the place of the bundled models, where they do not fit: the page runs them itself. */
export const noModels: Upstream = {
  models: async () => [],
  send: async () =>
    refusal(404, {
      message: 'model: this server runs no models of its own; GET /v1/models names those behind it.',
      param: 'model',
      code: 'model_not_found',
    }),
};
