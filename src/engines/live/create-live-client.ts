import * as v from 'valibot';
import { type Fault, fault } from '../../../shared/fault.ts';
import { capabilities as capabilitiesShape } from '../../../shared/wire/capabilities.ts';
import { droppedHeader } from '../../../shared/wire/openai-answers.ts';
import { type ProxyAnswer, type Question, askProxy } from './ask-proxy.ts';
import { type BuiltRequest, type Wanted, buildRequest } from './build-request.ts';
import type { Exchange } from './exchange.ts';
import type {
  Cost,
  LiveAsk,
  LiveClient,
  LiveClientOptions,
  LiveResult,
  SampleAsk,
  SamplePath,
} from './live-client.ts';
import { type ReadAnswer, readAnswer } from './read-answer.ts';
import { readModels } from './read-models.ts';

const usualTop = 100;
/** Of each token of a path: a list of a hundred for every one of a thousand is much to send and little to see. */
const usualPathTop = 20;
/** Leaves nothing to chance, so that the proxy can answer a class that asks the same with one answer. */
const sharedSeed = 0;

interface Answered extends ReadAnswer {
  readonly built: BuiltRequest;
  readonly exchange: Exchange;
  readonly dropped: readonly string[];
}

/** Asks the proxy at `baseUrl`. Holds nothing but its options; two questions at the same time are two. */
export function createLiveClient(options: LiveClientOptions): LiveClient {
  const ask = (question: Question, signal: AbortSignal) => askProxy(options, question, signal);

  async function answerOf(
    asked: LiveAsk,
    wanted: Wanted & { readonly drawn: boolean },
    signal: AbortSignal,
  ): Promise<LiveResult<Answered>> {
    const built = buildRequest(asked, wanted);
    const said = await ask(built.question, signal);
    if (!said.ok) return said;
    const { json, exchange } = said.value;
    // What the provider drew at its own distribution is of no interest to a page that draws itself, and blurs its list.
    const read = readAnswer(json, asked.capabilities.vocabularySize ?? undefined, wanted.drawn);
    if (!read.ok) return { ...read, exchange };
    return { ok: true, value: { ...read.value, built, exchange, dropped: droppedOf(built, said.value) } };
  }

  return {
    async models(signal) {
      const said = await ask({ path: '/v1/models' }, signal);
      if (!said.ok) return said;
      const read = readModels(said.value.json);
      return read.ok ? read : { ...read, exchange: said.value.exchange };
    },

    async capabilities(model, { refresh = false, signal }) {
      const query = `model=${encodeURIComponent(model)}${refresh ? '&refresh=1' : ''}`;
      const said = await ask({ path: `/api/capabilities?${query}` }, signal);
      if (!said.ok) return said;
      const { json, exchange } = said.value;
      const parsed = v.safeParse(capabilitiesShape, json);
      if (parsed.success) return { ok: true, value: parsed.output };
      const [issue] = parsed.issues;
      const message = `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`;
      return { ok: false, fault: fault('broken-answer', message), exchange };
    },

    async next(asked, signal) {
      const { capabilities, there, top = usualTop } = asked;
      const { model, topLogprobs } = capabilities;
      if (topLogprobs.completions === 0 && topLogprobs.chat === 0)
        return { ok: false, fault: noLogprobs(model), exchange: undefined };
      const seed = there === undefined ? sharedSeed : there.seed;
      const said = await answerOf(asked, { top, length: 1, seed, drawn: there !== undefined }, signal);
      if (!said.ok) return said;
      const { steps, text, built, exchange, usage, dropped } = said.value;
      const step = steps[0];
      if (step === undefined)
        return { ok: false, fault: noLogprobs(model, text === '' ? 'ended' : 'none'), exchange };
      return {
        ok: true,
        value: {
          partial: step.partial,
          chosen: step.token,
          askedAs: built.askedAs,
          exchange,
          usage,
          dropped,
        },
      };
    },

    async sample(asked, signal, onPath) {
      const { n, length, seed, top = usualPathTop } = asked;
      const paths: SamplePath[] = [];
      for (let i = 0; i < n; i++) {
        // One after the other: a provider's limits are for a minute, and a run that is cancelled has cost no more than it shows.
        // oxlint-disable-next-line eslint/no-await-in-loop
        const said = await answerOf(asked, { top, length, seed: seed + i, drawn: true }, signal);
        if (!said.ok) return said;
        const { steps, text, finish, exchange } = said.value;
        const path = { steps, text, finish, exchange };
        paths.push(path);
        onPath?.(path, i);
      }
      return { ok: true, value: paths };
    },

    costOf,
  };
}

/** What the request left out, and what the proxy left out of it. */
function droppedOf({ dropped, unasked }: BuiltRequest, { headers }: ProxyAnswer): readonly string[] {
  const there = (headers.get(droppedHeader) ?? '').split(',').map((name) => name.trim());
  return [...new Set([...dropped, ...there])].filter((name) => name !== '' && !unasked.includes(name));
}

function noLogprobs(model: string, reason: 'ended' | 'none' = 'none'): Fault {
  const message = reason === 'ended' ? `${model} ended the text here at once` : `${model} gives no logprobs`;
  return fault('no-logprobs', message, { model, reason });
}

function costOf(asked: LiveAsk | SampleAsk): Cost {
  const { text, ids } = asked.prompt;
  const prompt = ids?.length ?? Math.ceil(new TextEncoder().encode(text).length / 4);
  const [calls, length] = 'n' in asked ? [asked.n, asked.length] : [1, 1];
  return { calls, tokens: calls * (prompt + length) };
}
