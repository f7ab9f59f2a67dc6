import { fault, FaultError } from '../../../shared/fault.ts';
import { BpeEncoder } from '../../core/bpe/bpe-encoder.ts';
import { BpeTrainer } from '../../core/bpe/bpe-trainer.ts';
import { bpeSizes, type LearnedBpe } from '../../core/bpe/learned-bpe.ts';
import { byteSpans } from '../../core/tokens/byte-spans.ts';
import { plainSplitInSteps } from '../../core/tokens/plain-splits.ts';
import type { CallContext, Handlers } from '../rpc/server.ts';
import { Transfer } from '../rpc/transfer.ts';
import type { SplitsCalls } from './calls.ts';
import type { OpenedTokenizer, SplitBy, SplitSlice, TextSplit } from './contract.ts';
import { sliceSplit } from './slice-split.ts';
import { openTokenizer, type JsonTokenizer } from './tokenizer-json/open-tokenizer.ts';

/** Bytes counted or pairs merged between two breaths: 1 to 15 ms. */
const placesPerStep = 16_384;

/** A worker's answers about splits. The tokenizer.json that was used last is kept. */
export function createSplitsService(): Handlers<SplitsCalls> {
  let held: { readonly key: string; readonly tokenizer: Promise<JsonTokenizer> } | undefined;
  const documents = new Map<number, TextSplit>();

  function tokenizerOf({
    key,
    name,
    file,
  }: Pick<OpenedTokenizer, 'key' | 'name' | 'file'>): Promise<JsonTokenizer> {
    if (held?.key === key) return held.tokenizer;
    const tokenizer = file.text().then((json) => openTokenizer(json, name));
    const mine = { key, tokenizer };
    held = mine;
    tokenizer.catch(() => {
      if (held === mine) held = undefined;
    });
    return tokenizer;
  }

  async function cut(text: string, by: SplitBy, context: CallContext): Promise<TextSplit> {
    await context.breathe();
    if (typeof by === 'string')
      return { name: by, ...(await throughSteps(plainSplitInSteps(text, by), context)) };
    if (by.kind === 'own-bpe') return splitByOwn(text, by.learned, context);
    const tokenizer = await tokenizerOf(by);
    const { tokens, ids, starts, ends } = await throughSteps(tokenizer.encodeInSteps(text), context);
    const written = new Map<number, string>();
    for (const [i, token] of tokens.entries()) written.set(ids[i]!, token);
    const { size: distinct } = written;
    return { name: by.name, count: ids.length, distinct, starts, ends, ids, tokens: written };
  }

  return {
    async train({ text, size, preSplit }, { breathe, progress }) {
      if (!Number.isInteger(size) || size < bpeSizes.min || size > bpeSizes.max) {
        const { min, max } = bpeSizes;
        throw new FaultError(
          fault('out-of-range', `${size} ids; ${min} to ${max} are accepted`, {
            field: 'size',
            value: size,
            min,
            max,
          }),
        );
      }
      await breathe();
      const trainer = new BpeTrainer(text, { size, preSplit });
      let told = 0;
      for (let ended = false; !ended;) {
        ended = trainer.run(placesPerStep);
        const { done, wanted } = trainer;
        if (done > told) progress({ done, total: wanted });
        told = done;
        await breathe();
      }
      const learned = trainer.learned();
      return new Transfer(learned, [learned.pairs.buffer, learned.counts.buffer]);
    },
    async open(args) {
      const { kind, size } = await tokenizerOf(args);
      return { model: kind, size };
    },
    async split({ text, by }, context) {
      return handedOver(await cut(text, by, context));
    },
    async hold({ document, text, by }, context) {
      const split = await cut(text, by, context);
      documents.set(document, split);
      return { count: split.count, distinct: split.distinct };
    },
    ask({ document, from, to }) {
      const split = documents.get(document);
      return split === undefined ? null : handedOver(sliceSplit(split, from, to));
    },
    forget({ document }) {
      documents.delete(document);
    },
  };
}

async function splitByOwn(text: string, learned: LearnedBpe, context: CallContext): Promise<TextSplit> {
  const encoder = new BpeEncoder(learned);
  const ids = await throughSteps(encoder.encodeInSteps(text), context);
  const spans = byteSpans(
    text,
    ids.map((id) => encoder.byteLength(id)),
  );
  return { name: 'own-bpe', count: ids.length, distinct: new Set(ids).size, ...spans, ids };
}

async function throughSteps<T>(steps: Generator<void, T, void>, { breathe }: CallContext): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}

function handedOver<Split extends Pick<SplitSlice, 'starts' | 'ends' | 'ids'>>(
  split: Split,
): Transfer<Split> {
  const { starts, ends, ids } = split;
  return new Transfer(split, [starts.buffer, ends.buffer, ...(ids === undefined ? [] : [ids.buffer])]);
}
