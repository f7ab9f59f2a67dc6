import type { Fault, Result } from '../../../../shared/fault.ts';
import type { Capabilities } from '../../../../shared/wire/capabilities.ts';
import type { PartialDistribution } from '../../../core/partial/partial-distribution.ts';
import type { PartialTrace } from '../../../core/partial/partial-trace.ts';
import { runPartial } from '../../../core/partial/run-partial.ts';
import type { Stage } from '../../../core/sampling/stages.ts';
import { encodingIds } from '../../../core/tokens/encoding-ids.ts';
import type { LiveAsk, LiveResult, NextAnswer } from '../../../engines/live/live-client.ts';
import { idle, runningFrom, valueOf } from '../../../state/async.ts';
import type { PlaygroundState } from '../playground-state.ts';
import { faultOf } from '../../../state/fault-of.ts';
import { createSettling } from '../settling.ts';
import { waited } from '../waited.ts';
import { withKnownIds } from './known-ids.ts';
import { liveStages } from './live-stages.ts';
import type { LiveTools } from './live-tools.ts';
import { thereSettings } from './there-settings.ts';

/** Milliseconds of quiet before a question goes out: a key and a slider's step cost nothing. */
const quiet = 300;
/** Entries of a top list that are asked for. */
const top = 1000;

/** Asks the chosen model what follows, whenever the text or what the provider is to do has changed; the latest wins. */
export function createAsker({ store, live, client, spend, keep, services, readIn }: LiveTools) {
  let current: AbortController | undefined;
  const settling = createSettling();
  /** What the last question was about; the same is not asked twice. */
  let asked: string | undefined;
  let probed: string | undefined;
  let probing: AbortController | undefined;

  async function probe(model: string, refresh: boolean, signal: AbortSignal): Promise<void> {
    live.setState({ capabilities: { phase: 'running' }, answer: idle, trace: undefined });
    const found = await guarded<Capabilities>(async () =>
      (await client()).capabilities(model, { refresh, signal }),
    );
    if (signal.aborted) return;
    if (!found.ok) {
      live.setState({ capabilities: { phase: 'failed', fault: found.fault } });
      return;
    }
    live.setState({ capabilities: { phase: 'done', value: found.value } });
    const { tokenizer } = found.value;
    readIn(encodingIds.find((id) => id === tokenizer));
    follow();
  }

  async function ask(question: LiveAsk, model: string, signal: AbortSignal, wait: boolean): Promise<void> {
    live.setState(({ answer }) => ({ answer: runningFrom(answer) }));
    if (wait) await waited(services.clock, quiet, signal);
    if (signal.aborted) return;
    const said = await guarded<NextAnswer>(async () => (await client()).next(question, signal));
    if (signal.aborted) return;
    const exchange = said.ok ? said.value.exchange : said.exchange;
    if (exchange !== undefined) keep(exchange);
    if (!said.ok) {
      asked = undefined;
      // What stood there is of another text: it goes, where an answer that is only late stays.
      live.setState({ answer: { phase: 'failed', fault: said.fault }, trace: undefined });
      return;
    }
    const next = withIds(said.value);
    spend(1, (next.usage?.promptTokens ?? 0) + (next.usage?.completionTokens ?? 1));
    const sampler = question.there === undefined ? ('here' as const) : ('there' as const);
    const { capabilities, prompt } = question;
    live.setState({
      answer: { phase: 'done', value: { model, text: prompt.text, sampler, capabilities, next } },
    });
    retrace();
  }

  /** With the ids of the encoding in which the page reads the model's text, when they are not told. */
  function withIds(next: NextAnswer): NextAnswer {
    const { liveEncoding, vocabulary } = store.getState();
    const bytes = valueOf(vocabulary);
    if (liveEncoding === undefined || bytes === undefined) return next;
    return { ...next, partial: withKnownIds(next.partial, bytes) };
  }

  /** The sampler of this page on the newest list; the provider's list as it came while the provider samples. */
  function retrace(): void {
    const said = valueOf(live.getState().answer);
    if (said === undefined) return;
    const stages = said.sampler === 'here' ? liveStages(store.getState()) : [];
    live.setState({ trace: traceFrom(said.next.partial, stages) });
  }

  /** Brings everything up to the state of the room. */
  function follow(wait = false): void {
    const state = store.getState();
    const model = state.live;
    if (model === undefined) return rest();
    if (model !== probed) {
      rest();
      probed = model;
      probing = new AbortController();
      void probe(model, false, probing.signal);
      return;
    }
    const capabilities = valueOf(live.getState().capabilities);
    if (capabilities === undefined) return;
    const question: LiveAsk = {
      capabilities,
      prompt: { text: state.document.text },
      top,
      ...(state.sampler === 'there' && { there: thereSettings(state).there }),
    };
    const key = JSON.stringify([model, question.prompt, question.there]);
    if (key === asked) return;
    asked = key;
    current?.abort();
    current = new AbortController();
    void settling.watch(ask(question, model, current.signal, wait));
  }

  function rest(): void {
    current?.abort();
    probing?.abort();
    asked = probed = undefined;
    const { capabilities, answer } = live.getState();
    if (capabilities !== idle || answer !== idle)
      live.setState({ capabilities: idle, answer: idle, trace: undefined, planning: false });
  }

  const unsubscribe = store.subscribe((now, before) => {
    if (now.live === undefined && before.live === undefined) return;
    const isStep = now.playing || now.u !== before.u;
    if (now.document !== before.document || now.live !== before.live || now.sampler !== before.sampler)
      follow(!isStep && now.document !== before.document);
    else if (changesThere(now, before)) follow(now.draws === before.draws);
    if (
      now.settings !== before.settings ||
      now.bias !== before.bias ||
      now.liveEncoding !== before.liveEncoding
    )
      retrace();
  });

  return {
    follow: () => follow(),
    again(): void {
      asked = undefined;
      const { capabilities } = live.getState();
      if (capabilities.phase === 'failed') probed = undefined;
      follow();
    },
    probeAgain(): void {
      const model = store.getState().live;
      if (model === undefined) return;
      rest();
      probed = model;
      probing = new AbortController();
      void probe(model, true, probing.signal);
    },
    settle: settling.settle,
    stop(): void {
      unsubscribe();
      current?.abort();
      probing?.abort();
    },
  };
}

/** A setting that this model has no use for, such as a top-k beyond its vocabulary, is told as what it is. */
function traceFrom(partial: PartialDistribution, stages: readonly Stage[]): Result<PartialTrace> {
  try {
    return runPartial(partial, stages);
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** Whether what the provider is asked to do may have changed. */
function changesThere(now: PlaygroundState, before: PlaygroundState): boolean {
  return (
    now.sampler === 'there' &&
    (now.settings !== before.settings ||
      now.bias !== before.bias ||
      now.draws !== before.draws ||
      now.seed !== before.seed)
  );
}

/** A client whose code could not be fetched is a fault as well. */
async function guarded<T>(work: () => Promise<LiveResult<T>>): Promise<LiveResult<T>> {
  try {
    return await work();
  } catch (error) {
    const reason: Fault = faultOf(error);
    return { ok: false, fault: reason, exchange: undefined };
  }
}
