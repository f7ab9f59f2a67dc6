import fc from 'fast-check';
import { logSumExp } from '../../numbers/log-sum-exp.ts';
import { rank } from '../../numbers/rank.ts';
import { uniform } from '../../sampling/rng.ts';
import type { Stage } from '../../sampling/stages.ts';
import type { KnownToken, PartialDistribution } from '../partial-distribution.ts';
import { partialFrom } from '../partial-from.ts';

/** Double precision: what tests report is rounded no more than that, logits of up to some hundred included. */
export const doublePrecision = 2 ** -44;

/** A full distribution, what a provider would tell of it, and stages that both can carry out. */
export interface CutDistribution {
  readonly logits: readonly number[];
  readonly partial: PartialDistribution;
  readonly stages: readonly Stage[];
}

/** Tokens of a full distribution as a provider tells them: id, and logprob over the whole vocabulary. */
export function toldOf(logits: readonly number[], ids: readonly number[]): KnownToken[] {
  const all = logSumExp(logits);
  return ids.map((id) => ({
    text: `t${id}`,
    bytes: undefined,
    id,
    logprob: logits[id]! - all,
  }));
}

export function must<T>(result: { ok: true; value: T } | { ok: false; fault: { message: string } }): T {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

/** The likeliest `count` tokens, and one more that was drawn when `drawn` is a rank below them. */
export function topOf(
  logits: readonly number[],
  count: number,
  options: {
    readonly drawn?: number | undefined;
    readonly sized?: boolean;
    readonly precision?: number;
  } = {},
): PartialDistribution {
  const order = rank(logits);
  const { drawn, sized = true, precision = doublePrecision } = options;
  return must(
    partialFrom({
      top: toldOf(logits, [...order.slice(0, count)]),
      sampled:
        drawn === undefined ? undefined : toldOf(logits, [order[Math.min(drawn, order.length - 1)]!])[0],
      vocabularySize: sized ? logits.length : undefined,
      precision,
    }),
  );
}

type Shape = 'bell' | 'steps' | 'peaked' | 'flat' | 'slope' | 'far';

function logitsOf(shape: Shape, size: number, seed: number): number[] {
  return Array.from({ length: size }, (_, id) => {
    const u = uniform(seed, id);
    switch (shape) {
      case 'bell':
        return 3 * Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * uniform(seed + 1, id));
      case 'steps':
        return Math.floor(u * 4);
      case 'peaked':
        return id === seed % size ? 14 : u;
      case 'flat':
        return 0;
      case 'slope':
        return -8 * Math.log(1 + ((id * 7919) % size));
      case 'far':
        return (u - 0.5) * 60;
    }
  });
}

const size = fc.oneof(
  fc.integer({ min: 5, max: 30 }),
  fc.integer({ min: 5, max: 30 }),
  fc.integer({ min: 31, max: 2000 }),
);
export const someFull: fc.Arbitrary<number[]> = fc
  .tuple(
    fc.constantFrom<Shape>('bell', 'steps', 'peaked', 'flat', 'slope', 'far'),
    size,
    fc.integer({ min: 0, max: 2 ** 31 }),
  )
  .map(([shape, count, seed]) => logitsOf(shape, count, seed));

const minKeep = fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined });
const withLeast = <T extends Stage>(stage: T, least: number | undefined): T =>
  least === undefined ? stage : { ...stage, minKeep: least };
export const someTemperature = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0.1, max: 4, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(1) },
);

/** Stages whose biases are on places of the list, to be made ids of by the distribution. */
const someStage: fc.Arbitrary<Stage> = fc.oneof(
  someTemperature.map((temperature): Stage => ({ stage: 'temperature', temperature })),
  fc
    .tuple(fc.oneof(fc.integer({ min: -1, max: 45 }), fc.integer({ min: 1, max: 2100 })), minKeep)
    .map(([k, least]) => withLeast<Stage>({ stage: 'top-k', k }, least)),
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), minKeep)
    .map(([p, least]) => withLeast<Stage>({ stage: 'top-p', p }, least)),
  fc
    .tuple(
      fc.oneof(fc.double({ min: 0, max: 1.1, noNaN: true }), fc.double({ min: 0, max: 0.02, noNaN: true })),
      minKeep,
    )
    .map(([p, least]) => withLeast<Stage>({ stage: 'min-p', p }, least)),
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: 30 }),
        fc.oneof(
          // One so small that adding it to a logit is lost, and to a logprob is not, would break a tie on one side only.
          fc.double({ min: -8, max: 8, noNaN: true }).filter((b) => Math.abs(b) > 1e-6),
          fc.constant(-Infinity),
        ),
      ),
      { maxLength: 4 },
    )
    .map((entries): Stage => ({ stage: 'logit-bias', bias: Object.fromEntries(entries) })),
);

/** Any order; stages may be missing or come twice. */
export const someCut: fc.Arbitrary<CutDistribution> = fc
  .record({
    logits: someFull,
    listed: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 200 })),
    drawn: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined, freq: 2 }),
    sized: fc.boolean(),
    stages: fc.array(someStage, { maxLength: 6 }),
  })
  .map(({ logits, listed, drawn, sized, stages }) => {
    const partial = topOf(logits, listed, { drawn, sized });
    const onIds = stages.map((stage): Stage => {
      if (stage.stage !== 'logit-bias') return stage;
      const entries = Object.entries(stage.bias).map(([place, bias]): [number, number] => [
        partial.known[Number(place) % partial.known.length]!.id!,
        bias,
      ]);
      return { stage: 'logit-bias', bias: Object.fromEntries(entries) };
    });
    return { logits, partial, stages: onIds };
  });
