import type { SuccessorLists } from './trigram-tables.ts';
import { successorLists } from './successor-lists.ts';

/** Each list by falling count; equal counts keep their order. Two passes of a counting sort, O(entries). */
export function orderByFrequency(lists: SuccessorLists): SuccessorLists {
  const { start, next, count } = lists;
  const contexts = lists.dropped.length;
  const sorted = successorLists(contexts, next.length);
  sorted.start.set(start);
  sorted.dropped.set(lists.dropped);

  let most = 0;
  for (let i = 0; i < count.length; i++) if (count[i]! > most) most = count[i]!;
  const place = new Uint32Array(most + 2);
  for (let i = 0; i < count.length; i++) place[most - count[i]! + 1]!++;
  for (let i = 1; i < place.length; i++) place[i]! += place[i - 1]!;

  const owner = new Uint16Array(next.length);
  for (let c = 0; c < contexts; c++) owner.fill(c, start[c], start[c + 1]);
  const byCount = new Uint32Array(next.length);
  for (let i = 0; i < next.length; i++) byCount[place[most - count[i]!]!++] = i;

  const free = start.slice(0, contexts);
  for (let j = 0; j < byCount.length; j++) {
    const from = byCount[j]!;
    const to = free[owner[from]!]!++;
    sorted.next[to] = next[from]!;
    sorted.count[to] = count[from]!;
  }
  return sorted;
}
