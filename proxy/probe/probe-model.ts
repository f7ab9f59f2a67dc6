import type { Capabilities } from '../../shared/wire/capabilities.ts';
import { encodings } from '../../src/core/tokens/encodings.ts';
import type { Endpoint, ModelEntry, Upstream } from '../upstreams/upstream.ts';
import { askModel, type Answered, type Refused } from './ask-model.ts';
import { findAfterBias, findBias } from './find-bias.ts';
import { findAfterTemperature, findEcho, findPromptIds, findSeed } from './find-others.ts';
import { findPrefill } from './find-prefill.ts';
import { findTokenizer, type LoadEncoder } from './find-tokenizer.ts';
import { longestList, type LongestList } from './longest-list.ts';
import { openEndpoints } from './open-endpoints.ts';

export interface ProbeParts {
  readonly upstream: Upstream;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Finds ids of tokens for servers that do not tell them; left out, less is found out. */
  readonly loadEncoder?: LoadEncoder;
}

export type Probed = { readonly ok: true; readonly value: Capabilities } | Refused;

/**
 * Finds out what a model and its server can do by asking it small questions, one after the other; every answer has at most eight tokens.
 * What goes wrong with one finding leaves that one null. Throws the signal's reason when it is aborted.
 */
export async function probeModel(
  { upstream, now, loadEncoder }: ProbeParts,
  model: string,
  signal: AbortSignal,
): Promise<Probed> {
  const asker = askModel(upstream, model, signal);
  const open = await openEndpoints(asker);
  if (!open.ok) return open;

  async function attempt<T>(find: () => Promise<T>): Promise<T | null> {
    try {
      return await find();
    } catch {
      signal.throwIfAborted();
      return null;
    }
  }

  const nothing: LongestList = { length: 0, reply: undefined };
  const listOf = async (endpoint: Endpoint, answer: Answered | undefined): Promise<LongestList> =>
    answer === undefined ? nothing : ((await attempt(() => longestList(asker, endpoint))) ?? nothing);
  const completions = await listOf('completions', open.completions);
  const chat = await listOf('chat/completions', open.chat);
  // Completions add nothing to the text; chats only where they tell more.
  const isChat = open.completions === undefined || chat.length > completions.length;
  const endpoint: Endpoint = isChat ? 'chat/completions' : 'completions';
  const { length, reply: base } = isChat ? chat : completions;
  const lists = [completions.reply, chat.reply].filter((reply) => reply !== undefined);
  const plain = (isChat ? open.chat : open.completions)!;

  const tokenizer = await attempt(() => findTokenizer(asker, endpoint, plain, lists, loadEncoder));
  const encoder = tokenizer?.encoder;
  const size = tokenizer ? encodings[tokenizer.encoding].size : undefined;
  const temperature = base && (await attempt(() => findAfterTemperature(asker, endpoint, base, length)));
  const logitBias = await attempt(() => findBias(asker, endpoint, encoder, length > 0));
  // A server that does nothing with a bias does not tell whether it would tell of it.
  const bias =
    base &&
    logitBias === true &&
    (await attempt(() => findAfterBias(asker, endpoint, encoder, base, length)));
  const prefill = open.chat && (await attempt(() => findPrefill(asker, chat.length > 0)));
  const echo = open.completions && (await attempt(() => findEcho(asker, completions.reply)));
  const promptIds = open.completions && (await attempt(() => findPromptIds(asker, encoder)));
  const seed = await attempt(() => findSeed(asker, endpoint));
  const entry = await attempt(() => entryOf(upstream, model, signal));
  return {
    ok: true,
    value: {
      model,
      probedAt: now(),
      cost: asker.cost(),
      endpoints: { completions: open.completions !== undefined, chat: open.chat !== undefined },
      topLogprobs: { completions: completions.length, chat: chat.length },
      logprobsAfter: { temperature: temperature ?? null, bias: logitBias === true ? (bias ?? null) : null },
      logitBias,
      prefill: prefill ?? null,
      echo: echo ?? null,
      promptIds: promptIds ?? null,
      ids: lists.length === 0 ? null : lists.some(tellsIds),
      seed,
      tokenizer: tokenizer?.encoding ?? null,
      vocabularySize: entry?.vocabulary_size ?? size ?? null,
      contextLength: entry?.context_length ?? null,
      refused: [...asker.dropped()],
    },
  };
}

function tellsIds({ entries }: Answered): boolean {
  return entries.some((entry) => entry?.id !== undefined);
}

async function entryOf(
  upstream: Upstream,
  model: string,
  signal: AbortSignal,
): Promise<ModelEntry | undefined> {
  return (await upstream.models(signal)).find(({ id }) => id === model);
}
