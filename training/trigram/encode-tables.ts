import { successorLists } from '../../src/core/model/successor-lists.ts';
import type { TrigramPart } from '../../src/core/model/trigram-manifest.ts';
import type { SuccessorLists, TrigramTables } from '../../src/core/model/trigram-tables.ts';
import { walkBigrams, walkTrigrams, walkUnigrams } from '../../src/core/model/walk-tables.ts';
import { RangeEncoder } from './range-encoder.ts';

/** The model's files, as `decodeTables` reads them. The same tables give the same bytes. */
export function encodeTables(tables: TrigramTables): Record<TrigramPart, Uint8Array> {
  const { unigramCount, idOfRank, bigrams, trigrams } = tables;
  const contextCount = Uint32Array.from(idOfRank, (id) => unigramCount[id]!);
  return {
    unigrams: stream((coder) => walkUnigrams(coder, unigramCount.slice())),
    bigrams: stream((coder) => walkBigrams(coder, byRank(bigrams), contextCount)),
    trigrams: stream((coder) => walkTrigrams(coder, copy(trigrams), bigrams)),
  };
}

function stream(walk: (coder: RangeEncoder) => void): Uint8Array {
  const coder = new RangeEncoder();
  walk(coder);
  return coder.finish();
}

function copy(lists: SuccessorLists): SuccessorLists {
  const { start, dropped, next, count } = lists;
  return { start: start.slice(), dropped: dropped.slice(), next: next.slice(), count: count.slice() };
}

/** Each list by rising rank. */
function byRank(lists: SuccessorLists): SuccessorLists {
  const sorted = successorLists(lists.dropped.length, lists.next.length);
  sorted.start.set(lists.start);
  sorted.dropped.set(lists.dropped);
  for (let c = 0; c < lists.dropped.length; c++) {
    const from = lists.start[c]!;
    const order = Array.from(lists.next.subarray(from, lists.start[c + 1]), (next, i) => ({
      next,
      count: lists.count[from + i]!,
    })).sort((a, b) => a.next - b.next);
    order.forEach(({ next, count }, i) => {
      sorted.next[from + i] = next;
      sorted.count[from + i] = count;
    });
  }
  return sorted;
}
