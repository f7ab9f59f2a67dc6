import type { Capabilities } from '../../shared/wire/capabilities.ts';
import { probeModel, type Probed, type ProbeParts } from './probe-model.ts';

/** Milliseconds for which what was found is believed. */
const lifetime = 3_600_000;
/** Models that are remembered; their names come from clients. */
const mostModels = 200;

interface Running {
  readonly probe: Promise<Probed>;
  readonly controller: AbortController;
  askers: number;
}

interface StoreParts extends ProbeParts {
  /** Whether a request may wait for what another one has begun; yes when left out. */
  readonly mayShare?: boolean;
}

/** What is known of models. A model is probed when somebody asks for it, once for all who ask meanwhile. */
export function capabilityStore(parts: StoreParts) {
  const { upstream, now, mayShare = true } = parts;
  const found = new Map<string, Capabilities>();
  const running = new Map<string, Running>();

  function known(model: string): Capabilities | undefined {
    const value = found.get(model);
    if (value === undefined || now() - value.probedAt >= lifetime) return undefined;
    const refused = new Set([...value.refused, ...(upstream.refused?.(model) ?? [])]);
    return { ...value, refused: [...refused] };
  }

  function start(model: string): Running {
    const controller = new AbortController();
    const probe = probeModel(parts, model, controller.signal);
    const started: Running = { probe, controller, askers: 0 };
    running.set(model, started);
    const over = (): void => {
      if (running.get(model) === started) running.delete(model);
    };
    probe.then((probed) => {
      over();
      if (probed.ok) keep(probed.value);
    }, over);
    return started;
  }

  function keep(value: Capabilities): void {
    found.delete(value.model);
    found.set(value.model, value);
    const [oldest] = found.keys();
    if (found.size > mostModels && oldest !== undefined) found.delete(oldest);
  }

  return {
    /** What was found within the last hour, and what the model has refused since. */
    known,
    /** Whether somebody waits for a probe of it already. */
    isProbing: (model: string): boolean => running.has(model),
    /** Finds it out anew, together with others who wait for it. When the last of them leaves, the probe ends. */
    async probe(model: string, signal: AbortSignal): Promise<Probed> {
      signal.throwIfAborted();
      let shared = running.get(model);
      if (shared === undefined) {
        // What it refused then it may take now.
        upstream.forget?.(model);
        if (!mayShare) {
          const probed = await probeModel(parts, model, signal);
          if (probed.ok) keep(probed.value);
          return probed;
        }
        shared = start(model);
      }
      shared.askers += 1;
      try {
        return await unlessAborted(shared.probe, signal);
      } finally {
        shared.askers -= 1;
        if (shared.askers === 0 && running.get(model) === shared) {
          // subtle: whoever asks from now on must not wait for what is being ended.
          running.delete(model);
          shared.controller.abort(new Error('Nobody waits for the probe.'));
        }
      }
    },
  };
}

/** The promise's value, or the signal's reason as soon as it is aborted. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

export type CapabilityStore = ReturnType<typeof capabilityStore>;
