import type { Stage } from '../stages.ts';

interface Row {
  readonly id: number;
  readonly logit: number;
}

/**
 * The definitions written down plainly, in double precision: rows, a comparator sort, a softmax where one is needed.
 * OpenAI's reading: output counts as history, ties by id, the token that crosses top-p included.
 */
export function plainPipeline(
  logits: readonly number[],
  stages: readonly Stage[],
  output: readonly number[],
): Map<number, number> {
  let rows = sorted(logits.map((logit, id) => ({ id, logit })));
  for (const stage of stages) {
    const kept = sorted(next(rows, stage, output));
    rows = kept.some((row) => row.logit > -Infinity) ? kept : rows.slice(0, 1);
  }
  return new Map(rows.map((row, i) => [row.id, softmax(rows)[i]!]));
}

function next(rows: readonly Row[], stage: Stage, output: readonly number[]): Row[] {
  const p = softmax(rows);
  const finite = rows.filter((row) => row.logit > -Infinity).length;
  const first = (count: number): Row[] =>
    rows.slice(
      0,
      Math.min(
        finite,
        Math.max(count, stage.stage === 'temperature' ? 1 : 'minKeep' in stage ? (stage.minKeep ?? 0) : 0),
      ),
    );
  switch (stage.stage) {
    case 'logit-bias':
      return rows
        .filter((row) => stage.bias[row.id] !== -Infinity)
        .map((row) => ({ ...row, logit: row.logit + (stage.bias[row.id] ?? 0) }));
    case 'penalties':
      return rows.map((row) => {
        const count = output.filter((id) => id === row.id).length;
        if (count === 0) return row;
        const { repetition = 1, frequency = 0, presence = 0 } = stage;
        return {
          ...row,
          logit:
            (row.logit > 0 ? row.logit / repetition : row.logit * repetition) - count * frequency - presence,
        };
      });
    case 'temperature':
      return stage.temperature === 0
        ? first(1)
        : rows.map((row) => ({ ...row, logit: row.logit / stage.temperature }));
    case 'top-k':
      return stage.k <= 0 || stage.k >= rows.length ? [...rows] : first(stage.k);
    case 'top-p': {
      if (stage.p === 1) return [...rows];
      let mass = 0;
      const crossing = p.findIndex((q) => (mass += q) >= stage.p);
      return crossing < 0 ? [...rows] : first(crossing + 1);
    }
    case 'min-p':
      return stage.p === 0 ? [...rows] : first(p.filter((q) => q >= stage.p * p[0]!).length);
  }
}

function sorted(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.logit === b.logit ? a.id - b.id : b.logit - a.logit));
}

function softmax(rows: readonly Row[]): number[] {
  const weights = rows.map((row) => Math.exp(row.logit - rows[0]!.logit));
  const sum = weights.reduceRight((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
