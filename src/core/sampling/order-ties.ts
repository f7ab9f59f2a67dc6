/**
 * Puts the ids of each run of equal values into rising order, in place. Values must fall or stay equal.
 * Only needed where rounding has made equals of what was ordered before: by a division, or by e^x.
 */
export function orderTies(
  order: Uint32Array,
  values: Float64Array,
  count: number,
  vocabularySize: number,
): void {
  let start = 0;
  let tangled = false;
  for (let i = 1; i <= count; i++) {
    if (i < count && values[i] === values[i - 1]) {
      if (order[i]! < order[i - 1]!) tangled = true;
      continue;
    }
    if (tangled) sortIds(order, start, i, vocabularySize);
    start = i;
    tangled = false;
  }
}

/** Longer runs are worth the call of a sort. */
const short = 24;

function sortIds(order: Uint32Array, from: number, to: number, vocabularySize: number): void {
  if (to - from <= short) {
    for (let i = from + 1; i < to; i++) {
      const id = order[i]!;
      let at = i;
      for (; at > from && order[at - 1]! > id; at--) order[at] = order[at - 1]!;
      order[at] = id;
    }
    return;
  }
  const ids = order.subarray(from, to);
  if (ids.length < vocabularySize / 16) {
    ids.sort();
    return;
  }
  // A long run, such as all that underflowed to 0: marking and sweeping is linear.
  const marks = new Uint8Array(vocabularySize);
  for (let i = 0; i < ids.length; i++) marks[ids[i]!] = 1;
  let next = 0;
  for (let id = 0; id < vocabularySize; id++) if (marks[id] === 1) ids[next++] = id;
}
