import { refusal } from '../openai/errors.ts';
import type { ModelEntry, Upstream } from './upstream.ts';

/**
 * Several upstreams as one. Models of the first have their own names, those of the others `upstream/model`; the client names a
 * model and never a host. An upstream that cannot be asked is missing from the list, and is refused when it is named.
 */
export function combineUpstreams(first: Upstream, others: ReadonlyMap<string, Upstream>): Upstream {
  /** Whose model it is, and what it is called there. */
  function find(model: string): { readonly upstream: Upstream | undefined; readonly name: string } {
    const slash = model.indexOf('/');
    if (slash < 0) return { upstream: first, name: model };
    return { upstream: others.get(model.slice(0, slash)), name: model.slice(slash + 1) };
  }

  return {
    async models(signal) {
      const lists = [...others].map(async ([name, upstream]): Promise<readonly ModelEntry[]> => {
        try {
          const entries = await upstream.models(signal);
          return entries.map((entry) => ({ ...entry, id: `${name}/${entry.id}` }));
        } catch {
          return [];
        }
      });
      return [...(await first.models(signal)), ...(await Promise.all(lists)).flat()];
    },
    async send(endpoint, body, signal) {
      const model = modelOf(body);
      if (model === undefined) return first.send(endpoint, body, signal);
      const { upstream, name } = find(model);
      if (upstream === undefined) {
        const names = [...others.keys()].join(', ') || 'none';
        const message = `model: there is no upstream "${model.slice(0, model.indexOf('/'))}"; there are: ${names}.`;
        return refusal(404, { message, param: 'model', code: 'model_not_found' });
      }
      return upstream.send(endpoint, { ...(body as object), model: name }, signal);
    },
    refused(model) {
      const { upstream, name } = find(model);
      return upstream?.refused?.(name) ?? [];
    },
    forget(model) {
      const { upstream, name } = find(model);
      upstream?.forget?.(name);
    },
  };
}

function modelOf(body: unknown): string | undefined {
  const isNamed = typeof body === 'object' && body !== null && 'model' in body;
  return isNamed && typeof body.model === 'string' ? body.model : undefined;
}
