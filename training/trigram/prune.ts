import { successorLists } from '../../src/core/model/successor-lists.ts';
import type { SuccessorLists, TrigramTables } from '../../src/core/model/trigram-tables.ts';
import type { Losses } from './losses.ts';

/**
 * The model without the entries whose loss is below `threshold`. A pair stays as long as a triple that stays begins
 * or ends with it. What is taken from a context adds to its `dropped`, so that the discounted shares of the others
 * stay as they were and the mass goes to the order below.
 */
export function prune(tables: TrigramTables, losses: Losses, threshold: number): TrigramTables {
  const { bigrams, trigrams, idOfRank } = tables;
  const keepTriple = Uint8Array.from(losses.trigrams, (loss) => (loss >= threshold ? 1 : 0));
  const keepPair = Uint8Array.from(losses.bigrams, (loss) => (loss >= threshold ? 1 : 0));
  for (let pair = 0; pair < keepPair.length; pair++) {
    const second = bigrams.start[bigrams.next[pair]!]!;
    for (let i = trigrams.start[pair]!; i < trigrams.start[pair + 1]!; i++) {
      if (keepTriple[i] === 0) continue;
      keepPair[pair] = 1;
      keepPair[second + trigrams.next[i]!] = 1;
    }
  }

  const newPlace = new Uint16Array(keepPair.length);
  const pairs = successorLists(idOfRank.length, countOnes(keepPair));
  let at = 0;
  for (let w1 = 0; w1 < idOfRank.length; w1++) {
    pairs.start[w1] = at;
    for (let i = bigrams.start[w1]!; i < bigrams.start[w1 + 1]!; i++) {
      if (keepPair[i] === 1) {
        newPlace[i] = at - pairs.start[w1]!;
        at = push(pairs, at, bigrams.next[i]!, bigrams.count[i]!);
      } else {
        pairs.dropped[w1]! += bigrams.count[i]!;
      }
    }
    close(pairs, w1, at);
  }

  const triples = successorLists(pairs.next.length, countOnes(keepTriple));
  at = 0;
  let context = 0;
  for (let pair = 0; pair < keepPair.length; pair++) {
    if (keepPair[pair] === 0) continue;
    triples.start[context] = at;
    const second = bigrams.start[bigrams.next[pair]!]!;
    for (let i = trigrams.start[pair]!; i < trigrams.start[pair + 1]!; i++) {
      if (keepTriple[i] === 1) {
        at = push(triples, at, newPlace[second + trigrams.next[i]!]!, trigrams.count[i]!);
      } else {
        triples.dropped[context]! += trigrams.count[i]!;
      }
    }
    close(triples, context++, at);
  }
  return { ...tables, bigrams: pairs, trigrams: triples };
}

function countOnes(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0);
}

function push(lists: SuccessorLists, at: number, next: number, count: number): number {
  lists.next[at] = next;
  lists.count[at] = count;
  return at + 1;
}

/** Ends the list of `context`; one that is empty says nothing, so what it dropped is not stored. */
function close(lists: SuccessorLists, context: number, at: number): void {
  if (lists.start[context] === at) lists.dropped[context] = 0;
  lists.start[context + 1] = at;
}
