import { FaultError, fault } from '../../../shared/fault.ts';

const bucketCount = 1 << 11;
const bucketMask = bucketCount - 1;
/** A run of equal high words longer than this, and out of order, is left to three more radix passes. */
const longestInsertionRun = 48;

/**
 * Ids 0 … n−1 by falling value, ties by rising id. −Infinity comes last, −0 equals 0.
 *
 * A least-significant-digit radix sort of indices: 11 bits a pass over the high 32 bits of each double, turned
 * so that a rising key is a falling value. What still ties there is ordered by its low 32 bits.
 *
 * @throws FaultError `not-a-number` when a value is NaN, naming its index.
 */
export function rank(values: ArrayLike<number>): Uint32Array {
  const n = values.length;
  const bits = new Uint32Array(2 * n);
  const doubles = new Float64Array(bits.buffer);
  const high = new Uint32Array(n);
  const low = new Uint32Array(n);
  const highWord = littleEndian() ? 1 : 0;
  for (let i = 0; i < n; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) {
      throw new FaultError(
        fault('not-a-number', `value ${String(i)} is NaN, so it has no rank`, { index: i }),
      );
    }
    doubles[i] = value + 0; // subtle: −0 + 0 is 0, so both zeros have one key
  }
  for (let i = 0; i < n; i++) {
    const upper = bits[2 * i + highWord]!;
    const lower = bits[2 * i + 1 - highWord]!;
    // A negative double grows with its bits as it falls; a positive one is turned round.
    const negative = upper >>> 31 === 1;
    high[i] = negative ? upper : upper ^ 0x7fffffff;
    low[i] = negative ? lower : ~lower;
  }
  const byHigh = radixPasses(high, identity(n));
  return orderRuns(byHigh, high, low) ? byHigh : radixPasses(high, radixPasses(low, identity(n)));
}

function identity(n: number): Uint32Array<ArrayBuffer> {
  const ids = new Uint32Array(n);
  for (let i = 0; i < n; i++) ids[i] = i;
  return ids;
}

/** Three stable passes (11, 11 and 10 bits) over `keys` by id, from the order given. May reuse `start`. */
function radixPasses(keys: Uint32Array, start: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const n = keys.length;
  const counts = new Uint32Array(3 * bucketCount);
  let fromIds = start;
  // Keys travel with their ids, so that every pass reads straight through memory.
  let fromKeys = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const key = keys[start[i]!]!;
    fromKeys[i] = key;
    counts[key & bucketMask]!++;
    counts[bucketCount + ((key >>> 11) & bucketMask)]!++;
    counts[2 * bucketCount + (key >>> 22)]!++;
  }
  let toIds = new Uint32Array(n);
  let toKeys = new Uint32Array(n);
  for (let pass = 0; pass < 3; pass++) {
    const base = pass * bucketCount;
    const shift = pass * 11;
    if (n > 0 && counts[base + ((fromKeys[0]! >>> shift) & bucketMask)] === n) continue; // all in one bucket
    let position = 0;
    for (let bucket = base; bucket < base + bucketCount; bucket++) {
      const size = counts[bucket]!;
      counts[bucket] = position;
      position += size;
    }
    for (let i = 0; i < n; i++) {
      const key = fromKeys[i]!;
      const to = counts[base + ((key >>> shift) & bucketMask)]!++;
      toIds[to] = fromIds[i]!;
      toKeys[to] = key;
    }
    [fromIds, toIds] = [toIds, fromIds];
    [fromKeys, toKeys] = [toKeys, fromKeys];
  }
  return fromIds;
}

/** Insertion sort by low word within each run of equal high words; false when a run is too long for it. */
function orderRuns(order: Uint32Array, high: Uint32Array, low: Uint32Array): boolean {
  const n = order.length;
  let runStart = 0;
  for (let i = 1; i < n; i++) {
    const id = order[i]!;
    if (high[id] !== high[order[i - 1]!]) {
      runStart = i;
      continue;
    }
    const key = low[id]!;
    if (low[order[i - 1]!]! <= key) continue;
    if (i - runStart > longestInsertionRun) return false;
    let hole = i;
    while (hole > runStart && low[order[hole - 1]!]! > key) {
      order[hole] = order[hole - 1]!;
      hole--;
    }
    order[hole] = id;
  }
  return true;
}

function littleEndian(): boolean {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
}
