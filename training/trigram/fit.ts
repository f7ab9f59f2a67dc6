import type { TrigramPart } from '../../src/core/model/trigram-manifest.ts';
import type { TrigramTables } from '../../src/core/model/trigram-tables.ts';
import { encodeTables } from './encode-tables.ts';
import { lossesOf } from './losses.ts';
import { prune } from './prune.ts';

/** A model and its files. */
export interface Fitted {
  readonly tables: TrigramTables;
  readonly files: Record<TrigramPart, Uint8Array>;
  readonly bytes: number;
  /** Entries below this loss were taken away, nats per token; 0 when none was. */
  readonly threshold: number;
}

const steps = 10;

/** The model whole if its files take at most `maxBytes`, else without the entries that cost the least to lose. */
export function fit(tables: TrigramTables, maxBytes: number): Fitted {
  const whole = fitted(tables, 0);
  if (whole.bytes <= maxBytes) return whole;

  const losses = lossesOf(tables);
  const rising = new Float64Array(losses.bigrams.length + losses.trigrams.length);
  rising.set(losses.bigrams);
  rising.set(losses.trigrams, losses.bigrams.length);
  rising.sort();

  let best: Fitted | undefined;
  let low = 0;
  let high = rising.length;
  for (let step = 0; step < steps && high - low > 1; step++) {
    const middle = (low + high) >> 1;
    const threshold = rising[middle]!;
    const candidate = fitted(prune(tables, losses, threshold), threshold);
    if (candidate.bytes <= maxBytes) {
      best = candidate;
      high = middle;
    } else {
      low = middle;
    }
  }
  if (best === undefined) throw new Error(`${maxBytes} bytes are too few for a model of this text`);
  return best;
}

function fitted(tables: TrigramTables, threshold: number): Fitted {
  const files = encodeTables(tables);
  const bytes = files.unigrams.length + files.bigrams.length + files.trigrams.length;
  return { tables, files, bytes, threshold };
}
