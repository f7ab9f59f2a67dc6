import type { Stage } from '../../src/core/sampling/stages.ts';

interface Row {
  id: number;
  logit: number;
  p: number;
}

/** The usual way: rows as objects, a comparator sort and a softmax in every stage that needs them. OpenAI's rules. */
export function naivePipeline(
  logits: Float64Array,
  stages: readonly Stage[],
  output: readonly number[],
): Row[] {
  let rows: Row[] = Array.from(logits, (logit, id) => ({ id, logit, p: 0 }));
  for (const stage of stages) {
    switch (stage.stage) {
      case 'logit-bias':
        rows = rows
          .map((row) => ({ ...row, logit: row.logit + (stage.bias[row.id] ?? 0) }))
          .filter((row) => row.logit > -Infinity);
        break;
      case 'penalties': {
        const { repetition = 1, frequency = 0, presence = 0 } = stage;
        const counts = new Map<number, number>();
        for (const id of output) counts.set(id, (counts.get(id) ?? 0) + 1);
        rows = rows.map((row) => {
          const count = counts.get(row.id);
          if (count === undefined) return row;
          const logit = row.logit > 0 ? row.logit / repetition : row.logit * repetition;
          return { ...row, logit: logit - count * frequency - presence };
        });
        break;
      }
      case 'temperature':
        rows = rows.map((row) => ({ ...row, logit: row.logit / stage.temperature }));
        break;
      case 'top-k':
        rows = sorted(rows).slice(0, stage.k);
        break;
      case 'top-p': {
        rows = softmax(sorted(rows));
        let mass = 0;
        let end = rows.length;
        for (let i = 0; i < rows.length; i++) {
          mass += rows[i]!.p;
          if (mass >= stage.p) {
            end = i + 1;
            break;
          }
        }
        rows = rows.slice(0, end);
        break;
      }
      case 'min-p': {
        rows = softmax(rows);
        let largest = 0;
        for (const row of rows) largest = Math.max(largest, row.p);
        rows = rows.filter((row) => row.p >= stage.p * largest);
        break;
      }
    }
  }
  return sorted(softmax(rows));
}

function sorted(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => b.logit - a.logit || a.id - b.id);
}

function softmax(rows: Row[]): Row[] {
  let largest = -Infinity;
  for (const row of rows) largest = Math.max(largest, row.logit);
  let sum = 0;
  const weighted = rows.map((row) => {
    const p = Math.exp(row.logit - largest);
    sum += p;
    return { ...row, p };
  });
  for (const row of weighted) row.p /= sum;
  return weighted;
}
