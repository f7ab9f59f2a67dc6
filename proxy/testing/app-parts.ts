import { loadEncoder } from '../../src/core/tokens/load-encoder.ts';
import type { AppParts } from '../app.ts';
import { memoryStore } from '../limits/counter-store.ts';
import { createLimits } from '../limits/limits.ts';
import { capabilityStore } from '../probe/capability-store.ts';
import type { Upstream } from '../upstreams/upstream.ts';

const noUpstream: Upstream = { models: async () => [], send: async () => new Response() };

/** Parts of a server without a page, without models and without limits that a test would meet; each may be replaced. */
export function appParts(parts: Partial<AppParts> = {}): AppParts {
  const settings = { requestsPerMinute: 1e6, concurrent: 1e6, tokensPerDay: 1e12, tokensPerDayInAll: 1e12 };
  return {
    page: (c) => c.text('page'),
    version: '1.0.0',
    upstream: noUpstream,
    capabilities: capabilityStore({ upstream: parts.upstream ?? noUpstream, now: () => 0, loadEncoder }),
    hosts: ['localhost', '127.0.0.1'],
    limits: createLimits(
      settings,
      memoryStore(() => 0),
      () => 0,
    ),
    clientOf: () => 'test',
    ...parts,
  };
}
