import type { Encoder } from '../../../src/core/tokens/encoder.ts';
import { uniform } from '../../../src/core/sampling/rng.ts';
import { answerJson, farServer, type FarServer } from '../../upstreams/compatible/testing/far-server.ts';

/** How a made-up server differs from one that can do everything. */
export interface Oddities {
  readonly lacks?: readonly ('completions' | 'chat' | 'logprobs' | 'echo' | 'promptIds' | 'prefill')[];
  /** Does as if they were not there. */
  readonly ignores?: readonly string[];
  /** Answers them with 400. */
  readonly refuses?: readonly string[];
  readonly logprobsAfter?: readonly ('temperature' | 'bias')[];
  readonly topMost?: number;
  readonly tellsIds?: boolean;
  /** Says the assistant's words again before it continues them, as llama.cpp's server does. */
  readonly repeats?: boolean;
  /** Echoes logprobs that are not the tokens', as llama-cpp-python does. */
  readonly echoesOthers?: boolean;
  /** Answers with this, from the question of this number on. */
  readonly fails?: { readonly from: number; readonly status: number };
  /** Tokens that a text is counted as, when not those of the encoding. */
  readonly count?: (text: string) => number;
}

interface Body {
  readonly prompt?: string | readonly number[];
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly logprobs?: number | boolean;
  readonly top_logprobs?: number;
  readonly temperature?: number;
  readonly logit_bias?: Readonly<Record<string, number>>;
  readonly seed?: number;
  readonly max_tokens?: number;
  readonly echo?: boolean;
}

/** Tokens of a template around a message. */
const template = 4;
const words = ' red blue green black white brown pink grey gold silver sea sky sun moon rain snow'.match(
  / \w+/g,
)!;

/**
 * A server over real HTTP whose model always says one of sixteen words, the i-th of them e^(−i/2) times as likely as the first, which
 * counts as `encoder` does. It can do all that a probe looks for, but for its oddities.
 */
export async function fakeModel(encoder: Encoder, odd: Oddities = {}): Promise<FarServer> {
  const lacks = (what: string): boolean => odd.lacks?.some((one) => one === what) === true;
  const ids = words.map((word) => encoder.encode(word, 'text')[0]!);
  let asked = 0;
  return farServer((request, response, text) => {
    if (request.url?.endsWith('/models') === true)
      return answerJson(response, 200, { data: [{ id: 'm', max_model_len: 512 }] });
    const isChat = request.url?.endsWith('chat/completions') === true;
    const refuse = (
      status: number,
      message: string,
      param: string | null = null,
      code: string | null = null,
    ) => answerJson(response, status, { error: { message, param, code } });
    asked += 1;
    if (odd.fails !== undefined && asked >= odd.fails.from) return refuse(odd.fails.status, 'no more');
    if (lacks(isChat ? 'chat' : 'completions')) return refuse(404, 'no such endpoint');
    const sent = JSON.parse(text) as Record<string, unknown>;
    for (const name of odd.ignores ?? []) delete sent[name];
    const refused = odd.refuses?.find((name) => sent[name] !== undefined);
    if (refused !== undefined) return refuse(400, 'Unsupported parameter', refused, 'unsupported_parameter');
    const body = sent as Body;
    if (Array.isArray(body.prompt) && lacks('promptIds')) return refuse(400, 'prompt: a text is accepted');
    const top = isChat ? (body.logprobs === true ? (body.top_logprobs ?? 0) : undefined) : body.logprobs;
    if (typeof top === 'number' && top > (odd.topMost ?? 1000))
      return refuse(400, 'the list must be at most so long');

    const last = body.messages?.at(-1);
    const prompt = body.prompt ?? last?.content ?? '';
    const promptIds = typeof prompt === 'string' ? [...encoder.encode(prompt, 'text')] : prompt;
    const own = typeof prompt === 'string' ? (odd.count?.(prompt) ?? promptIds.length) : promptIds.length;
    const isContinued = last?.role === 'assistant' && !lacks('prefill');
    const messages = (body.messages ?? []).slice(0, -1);
    const before = messages.reduce((sum, { content }) => sum + encoder.encode(content, 'text').length, 0);
    const frames = (isContinued ? messages.length : (body.messages?.length ?? 0)) * template;

    const logits = words.map((_, i) => -i / 2);
    const biased = logits.map((logit, i) => logit + (body.logit_bias?.[ids[i]!] ?? 0));
    const temperature = body.temperature ?? 1;
    const drawn = Array.from({ length: body.max_tokens ?? 1 }, (_, i) =>
      draw(biased, temperature, uniform(body.seed ?? asked, i)),
    );
    const told = (odd.logprobsAfter?.includes('bias') === true ? biased : logits).map((logit) =>
      odd.logprobsAfter?.includes('temperature') === true ? logit / Math.max(temperature, 0.01) : logit,
    );
    const total = Math.log(told.reduce((sum, logit) => sum + Math.exp(logit), 0));
    const candidate = (i: number) => ({
      token: words[i]!,
      bytes: [...new TextEncoder().encode(words[i])],
      logprob: told[i]! - total,
      ...(odd.tellsIds === true ? { id: ids[i] } : {}),
    });
    const order = words.map((_, i) => i).toSorted((a, b) => told[b]! - told[a]!);
    const made = drawn.map((i) => ({
      ...candidate(i),
      top_logprobs: order.slice(0, typeof top === 'number' ? top : 0).map(candidate),
    }));
    const echo = body.echo === true && !lacks('echo') && typeof prompt === 'string';
    const echoed = promptIds.map((id) => {
      const own = odd.echoesOthers === true ? -1 : ids.indexOf(id);
      return {
        token: encoder.decode([id]),
        logprob: own < 0 ? -7 : candidate(own).logprob,
        top_logprobs: [],
      };
    });
    const isContinuation = isContinued && last.content === 'Once upon a';
    const said = isContinuation
      ? `${odd.repeats === true ? last.content : ''} time`
      : drawn.map((i) => words[i]).join('');
    const logprobs =
      typeof top !== 'number' || lacks('logprobs') ? null : { content: [...(echo ? echoed : []), ...made] };
    answerJson(response, 200, {
      choices: [
        isChat
          ? { index: 0, message: { role: 'assistant', content: said }, logprobs }
          : { index: 0, text: (echo ? prompt : '') + said, logprobs },
      ],
      usage: {
        prompt_tokens: own + before + frames,
        total_tokens: own + before + frames + drawn.length,
      },
    });
  });
}

/** At temperature 0 the likeliest; else the one in whose share of 1 `u` lies. */
function draw(logits: readonly number[], temperature: number, u: number): number {
  if (temperature === 0) return logits.indexOf(Math.max(...logits));
  const weights = logits.map((logit) => Math.exp(logit / temperature));
  let rest = u * weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex((weight) => (rest -= weight) < 0);
}
