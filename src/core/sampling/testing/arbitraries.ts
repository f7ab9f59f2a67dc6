import fc from 'fast-check';
import { type Rules, type Stage, ruleSets } from '../stages.ts';

/** Sizes of up to 40, so that ids in a bias or a history can be fixed beforehand. */
const ids = fc.integer({ min: 0, max: 5 });
const minKeep = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });

function withMinKeep<T extends Stage>(stage: T, least: number | undefined): T {
  return least === undefined ? stage : { ...stage, minKeep: least };
}

/** At least 6 logits, from far apart to equal. */
export const someLogits: fc.Arbitrary<number[]> = fc.oneof(
  fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 6, maxLength: 40 }),
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 6, maxLength: 40 }),
  fc
    .array(fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constant(-Infinity)), {
      minLength: 5,
      maxLength: 39,
    })
    .map((x) => [0.5, ...x]),
);

/** Logits that differ by more than single precision can lose. */
export const distinctLogits: fc.Arbitrary<number[]> = fc
  .uniqueArray(fc.integer({ min: -2000, max: 2000 }), { minLength: 6, maxLength: 40 })
  .map((values) => values.map((value) => value / 200));

export const someStage: fc.Arbitrary<Stage> = fc.oneof(
  fc
    .array(fc.tuple(ids, fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constant(-Infinity))), {
      maxLength: 6,
    })
    .map((entries): Stage => ({ stage: 'logit-bias', bias: Object.fromEntries(entries) })),
  fc
    .record({
      repetition: fc.double({ min: 0.5, max: 2, noNaN: true }),
      frequency: fc.double({ min: -2, max: 2, noNaN: true }),
      presence: fc.double({ min: -2, max: 2, noNaN: true }),
    })
    .map((values): Stage => ({ stage: 'penalties', ...values })),
  fc
    .oneof(fc.double({ min: 0.05, max: 3, noNaN: true }), fc.constant(0))
    .map((temperature): Stage => ({ stage: 'temperature', temperature })),
  fc
    .tuple(fc.integer({ min: -1, max: 45 }), minKeep)
    .map(([k, least]) => withMinKeep<Stage>({ stage: 'top-k', k }, least)),
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), minKeep)
    .map(([p, least]) => withMinKeep<Stage>({ stage: 'top-p', p }, least)),
  fc
    .tuple(fc.double({ min: 0, max: 1.1, noNaN: true }), minKeep)
    .map(([p, least]) => withMinKeep<Stage>({ stage: 'min-p', p }, least)),
);

/** Any order; stages may be missing or come twice. */
export const someStages: fc.Arbitrary<Stage[]> = fc.array(someStage, { maxLength: 8 });
export const someHistory: fc.Arbitrary<number[]> = fc.array(ids, { maxLength: 12 });
export const someRules: fc.Arbitrary<Rules> = fc.constantFrom(...ruleSets);
