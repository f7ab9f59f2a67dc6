import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import type { VocabularyBytes } from '../../core/tokens/vocabulary-bytes.ts';
import { countTokens } from '../../core/vocabulary/count-tokens.ts';
import { searchVocabulary } from '../../core/vocabulary/search-vocabulary.ts';
import { readVocabulary, type ReadVocabulary } from '../../core/vocabulary/token-sheet.ts';
import type { CallContext, Handlers } from '../rpc/server.ts';
import { Transfer } from '../rpc/transfer.ts';
import type { VocabularyCalls } from './calls.ts';
import type { ReadProgress } from './engine.ts';

/** An encoding whose tables are loaded. */
export interface LoadedEncoding {
  /** Fresh arrays. */
  vocabularyBytes(): VocabularyBytes;
  encode(text: string, special: 'text'): ArrayLike<number>;
}

interface Reading {
  readonly vocabulary: VocabularyBytes;
  readonly steps: Generator<number, ReadVocabulary>;
  read: ReadVocabulary | undefined;
}

/** A worker's answers about vocabularies. `load` is called once per encoding that is asked for. */
export function createVocabularyService(
  load: (encoding: EncodingId) => Promise<LoadedEncoding>,
): Handlers<VocabularyCalls> {
  const readings = new Map<EncodingId, Promise<Reading>>();

  function readingOf(encoding: EncodingId): Promise<Reading> {
    const known = readings.get(encoding);
    if (known !== undefined) return known;
    const begun = begin(encoding);
    readings.set(encoding, begun);
    // What did not come (no network) is asked for again next time.
    begun.catch(() => readings.delete(encoding));
    return begun;
  }

  async function begin(encoding: EncodingId): Promise<Reading> {
    const loaded = await load(encoding);
    const vocabulary = loaded.vocabularyBytes();
    const steps = readVocabulary(vocabulary, (text) => loaded.encode(text, 'text'));
    return { vocabulary, steps, read: undefined };
  }

  /** Every call that waits for a vocabulary does a part of the reading, so that none depends on another's life. */
  async function readOf(encoding: EncodingId, { breathe, progress }: CallContext) {
    const reading = await readingOf(encoding);
    while (reading.read === undefined) {
      const step = nextStep(encoding, reading);
      if (step.done === true) {
        reading.read = step.value;
        break;
      }
      progress({ done: step.value, total: reading.vocabulary.size } satisfies ReadProgress);
      await breathe();
    }
    return { vocabulary: reading.vocabulary, read: reading.read };
  }

  function nextStep(encoding: EncodingId, { steps }: Reading): IteratorResult<number, ReadVocabulary> {
    try {
      return steps.next();
    } catch (error) {
      readings.delete(encoding);
      throw error;
    }
  }

  return {
    async open({ encoding }, context) {
      const { vocabulary, read } = await readOf(encoding, context);
      const bytes = vocabulary.bytes.slice();
      const offsets = vocabulary.offsets.slice();
      const answer = { vocabulary: { ...vocabulary, bytes, offsets }, sheet: read.sheet };
      return new Transfer(answer, [bytes.buffer, offsets.buffer]);
    },
    async ready({ encoding }, context) {
      await readOf(encoding, context);
      return null;
    },
    async counts({ encoding }, context) {
      const { vocabulary, read } = await readOf(encoding, context);
      return countTokens(vocabulary, read.sheet);
    },
    async search({ encoding, query }, context) {
      const { vocabulary, read } = await readOf(encoding, context);
      const steps = searchVocabulary(vocabulary, read, query);
      let step = steps.next();
      while (step.done !== true) {
        await context.breathe();
        step = steps.next();
      }
      const answer = step.value;
      return new Transfer(answer, answer.ok ? [answer.ids.buffer] : []);
    },
    ping: () => null,
  };
}
