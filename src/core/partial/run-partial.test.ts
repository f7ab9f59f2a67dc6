import { describe, expect, test } from 'vitest';
import { FaultError } from '../../../shared/fault.ts';
import type { Stage } from '../sampling/stages.ts';
import type { PartialDistribution } from './partial-distribution.ts';
import type { PartialTrace } from './partial-trace.ts';
import { pickAt } from './pick-at.ts';
import { runPartial } from './run-partial.ts';
import { must, topOf } from './testing/cut-distributions.ts';

/* By hand. The list is 0.4, 0.2, 0.1; eight more tokens share 0.3, and none is above 0.1. */

const full = [0.4, 0.2, 0.1, 0.09, 0.06, 0.05, 0.04, 0.03, 0.02, 0.007, 0.003];
const list = topOf(full.map(Math.log), 3);
const run = (stages: readonly Stage[], partial: PartialDistribution = list): PartialTrace =>
  must(runPartial(partial, stages));
const close = ({ low, high }: { low: number; high: number }, least: number, most: number): void => {
  expect(low).toBeCloseTo(least, 11);
  expect(high).toBeCloseTo(most, 11);
};
const kinds = (trace: PartialTrace): string[] => trace.tokens.map(({ status }) => status.kind);

test('without stages everything is as reported', () => {
  const trace = run([]);
  close(trace.tokens[0]!.final, 0.4, 0.4);
  close(trace.remainder.final, 0.3, 0.3);
  expect(trace.remainder.count).toEqual({ low: 8, high: 8 });
  expect(trace.cases).toHaveLength(1);
});

describe('temperature', () => {
  test('T = 0.5 squares: the tail is least when even, most when packed', () => {
    const trace = run([{ stage: 'temperature', temperature: 0.5 }]);
    // Known: 0.16 + 0.04 + 0.01 = 0.21. Even: 8 × 0.0375² = 0.01125. Packed: 3 × 0.1² = 0.03.
    close(trace.tokens[0]!.final, 0.16 / 0.24, 0.16 / 0.22125);
    close(trace.remainder.final, 0.01125 / 0.22125, 0.03 / 0.24);
  });

  test('T = 0 leaves the best for sure', () => {
    const trace = run([{ stage: 'temperature', temperature: 0 }]);
    expect(kinds(trace)).toEqual(['kept', 'removed', 'removed']);
    close(trace.tokens[0]!.final, 1, 1);
    expect(trace.stages[0]!.note).toBe('argmax');
    expect(trace.remainder.count).toEqual({ low: 0, high: 0 });
  });

  test('T = 0 with two at the top takes the smaller id, and says that there are two', () => {
    const tied = topOf([3, 5, 5, 1, 0], 3);
    const trace = run([{ stage: 'temperature', temperature: 0 }], tied);
    expect(trace.source.known[0]!.id).toBe(1);
    expect(kinds(trace)).toEqual(['kept', 'removed', 'removed']);
    expect(trace.stages[0]!.note).toBe('ties');
  });

  test('twice is once with the product', () => {
    const twice = run([
      { stage: 'temperature', temperature: 0.5 },
      { stage: 'temperature', temperature: 3 },
    ]);
    const once = run([{ stage: 'temperature', temperature: 1.5 }]);
    twice.tokens.forEach(({ final }, i) =>
      close(final, once.tokens[i]!.final.low, once.tokens[i]!.final.high),
    );
  });
});

describe('top-k', () => {
  test('inside the list it makes points: 0.4 and 0.2 of 0.6', () => {
    const trace = run([
      { stage: 'temperature', temperature: 2 },
      { stage: 'top-k', k: 2 },
    ]);
    const whole = Math.sqrt(0.4) + Math.sqrt(0.2);
    close(trace.tokens[0]!.final, Math.sqrt(0.4) / whole, Math.sqrt(0.4) / whole);
    close(trace.remainder.final, 0, 0);
    expect(trace.tokens[2]!.status).toEqual({ kind: 'removed', stage: 1 });
  });

  test('beyond the list it leaves so many unknown ones: two of eight have 2/8 of 0.3 at least, 2 × 0.1 at most', () => {
    const trace = run([{ stage: 'top-k', k: 5 }]);
    expect(kinds(trace)).toEqual(['kept', 'kept', 'kept']);
    expect(trace.remainder.count).toEqual({ low: 2, high: 2 });
    close(trace.remainder.final, 0.075 / 0.775, 0.2 / 0.9);
    close(trace.tokens[0]!.final, 0.4 / 0.9, 0.4 / 0.775);
  });

  test('a token that was drawn and is not in the list is undecided', () => {
    const drawn = topOf(full.map(Math.log), 3, { drawn: 5 });
    expect(drawn.outside).toBe(3);
    expect(drawn.known[3]!.logprob).toBeCloseTo(Math.log(0.05), 12);
    // 0.25 is left to others of up to 0.1: before the drawn one there can be 5 of 0.05 or more, or none.
    const trace = run([{ stage: 'top-k', k: 4 }], drawn);
    expect(trace.tokens[3]!.status).toEqual({ kind: 'undecided', stage: 0 });
    expect(trace.remainder.count).toEqual({ low: 0, high: 1 });
    expect(kinds(run([{ stage: 'top-k', k: 9 }], drawn))).toEqual(['kept', 'kept', 'kept', 'kept']);
    expect(kinds(run([{ stage: 'top-k', k: 3 }], drawn))).toEqual(['kept', 'kept', 'kept', 'removed']);
  });
});

describe('top-p', () => {
  test('reached inside the list it makes points: 0.4 + 0.2 ≥ 0.55', () => {
    const trace = run([{ stage: 'top-p', p: 0.55 }]);
    expect(kinds(trace)).toEqual(['kept', 'kept', 'removed']);
    close(trace.tokens[1]!.final, 0.2 / 0.6, 0.2 / 0.6);
  });

  test('after a temperature the remainder decides: T = 0.5, p = 0.85', () => {
    const trace = run([
      { stage: 'temperature', temperature: 0.5 },
      { stage: 'top-p', p: 0.85 },
    ]);
    // 0.16 + 0.04 = 0.2 of 0.22125 … 0.24 is 0.904 … 0.833: enough when the tail is even, and not when it is packed.
    expect(kinds(trace)).toEqual(['kept', 'kept', 'undecided']);
    expect(trace.tokens[2]!.status).toEqual({ kind: 'undecided', stage: 1 });
    close(trace.tokens[0]!.final, 0.16 / 0.21, 0.16 / 0.2);
    close(trace.tokens[2]!.final, 0, 0.01 / 0.21);
    expect(trace.cases).toHaveLength(2);
  });

  test('beyond the list: 0.7 is reached, so 0.05 to 0.15 of the tail stay, and 1 to 3 of its tokens', () => {
    const trace = run([{ stage: 'top-p', p: 0.75 }]);
    expect(kinds(trace)).toEqual(['kept', 'kept', 'kept']);
    expect(trace.remainder.count.low).toBe(1);
    // 8 × 0.05/0.3 = 1.3 tokens of the mean size, and the one that crosses.
    expect(trace.remainder.count.high).toBe(2);
    close(trace.remainder.final, 0.05 / 0.75, 0.15 / 0.85);
  });

  test('it can end with a drawn token that is not in the list, with no unknown one before it', () => {
    const drawn = topOf(full.map(Math.log), 3, { drawn: 3 });
    // 0.7 + 0.09 ≥ 0.75, if nothing is between 0.1 and 0.09; the likeliest of the others may be there as well.
    const trace = run([{ stage: 'top-p', p: 0.75 }], drawn);
    expect(trace.tokens[3]!.status.kind).toBe('undecided');
    expect(trace.remainder.count.low).toBe(0);
  });

  test('the more the tail weighs, the more of it is in: 0.5 and ten of 0.05, T = 2, p = 0.75', () => {
    const even = topOf([0.5, ...Array.from({ length: 10 }, () => 0.05)].map(Math.log), 1);
    const trace = run(
      [
        { stage: 'temperature', temperature: 2 },
        { stage: 'top-p', p: 0.75 },
      ],
      even,
    );
    // 0.75 × (√0.5 + 10 √0.05) − √0.5 = 1.5 is 6.7 times √0.05.
    expect(trace.remainder.count).toEqual({ low: 1, high: 7 });
  });
});

describe('min-p', () => {
  test('a bar above the cap cuts all unknown ones: 0.3 × 0.4 = 0.12', () => {
    const trace = run([{ stage: 'min-p', p: 0.3 }]);
    expect(kinds(trace)).toEqual(['kept', 'kept', 'removed']);
    close(trace.tokens[0]!.final, 0.4 / 0.6, 0.4 / 0.6);
    expect(trace.remainder.count).toEqual({ low: 0, high: 0 });
  });

  test('a bar of 0.2 × 0.4 = 0.08 lets 0 to 3 unknown ones stay', () => {
    const trace = run([{ stage: 'min-p', p: 0.2 }]);
    expect(trace.remainder.count).toEqual({ low: 0, high: 3 });
    close(trace.remainder.final, 0, 0.3);
    close(trace.tokens[0]!.final, 0.4, 0.4 / 0.7);
  });

  test('a bar of 0.02 × 0.4 = 0.008 cannot cut more than 0.064', () => {
    const trace = run([{ stage: 'min-p', p: 0.02 }]);
    // 0.3 − 8 × 0.008 = 0.236 has to be above the bar, in pieces that are 0.092 higher at most: 3 at least.
    expect(trace.remainder.count).toEqual({ low: 3, high: 8 });
  });
});

describe('logit bias', () => {
  const id = list.known[2]!.id!;

  test('+ln 2 doubles the weight of a listed token', () => {
    const trace = run([{ stage: 'logit-bias', bias: { [id]: Math.LN2 } }]);
    close(trace.tokens[2]!.final, 0.2 / 1.1, 0.2 / 1.1);
    close(trace.remainder.final, 0.3 / 1.1, 0.3 / 1.1);
  });

  test('a ban gives its share to the others', () => {
    const trace = run([{ stage: 'logit-bias', bias: { [list.known[0]!.id!]: -Infinity } }]);
    expect(trace.tokens[0]!.status).toEqual({ kind: 'removed', stage: 0 });
    close(trace.tokens[1]!.final, 0.2 / 0.6, 0.2 / 0.6);
  });

  test('a listed token below the cap can be behind unknown ones', () => {
    const trace = run([
      { stage: 'logit-bias', bias: { [id]: -Math.LN2 } },
      { stage: 'temperature', temperature: 0 },
    ]);
    expect(kinds(trace)).toEqual(['kept', 'removed', 'removed']);
    const lower = run([
      { stage: 'logit-bias', bias: { [id]: -Math.LN2 } },
      { stage: 'top-k', k: 3 },
    ]);
    expect(kinds(lower)).toEqual(['kept', 'kept', 'undecided']);
  });

  test('as low as the cap it can be behind unknown ones, whose ids may be smaller', () => {
    const two = topOf([0, 0, 0, 0, 0.5], 2);
    const [first, second] = two.known;
    const bias = { [first!.id!]: second!.logprob - first!.logprob };
    const trace = run(
      [
        { stage: 'logit-bias', bias },
        { stage: 'top-k', k: 2 },
      ],
      two,
    );
    expect(trace.tokens[0]!.status.kind).toBe('undecided');
  });

  test('with all listed ones lowered an unknown one can be the likeliest, and sets the bar of min-p', () => {
    const bias = Object.fromEntries(list.known.map((token) => [token.id!, -3]));
    const trace = run([
      { stage: 'logit-bias', bias },
      { stage: 'min-p', p: 0.5 },
    ]);
    // 0.4 e⁻³ = 0.02; an unknown one has 0.3 / 8 = 0.0375 to 0.1, so the bar is at 0.019 to 0.05.
    expect(kinds(trace)).toEqual(['undecided', 'removed', 'removed']);
  });

  test('with all listed ones banned the remainder is all', () => {
    const bias = Object.fromEntries(list.known.map((token) => [token.id!, -Infinity]));
    close(run([{ stage: 'logit-bias', bias }]).remainder.final, 1, 1);
  });

  test('an id that is not listed is named: only the provider can do that', () => {
    const refused = runPartial(list, [{ stage: 'logit-bias', bias: { [id]: 1, 9: 2, 10: 0 } }]);
    expect(refused).toMatchObject({
      ok: false,
      fault: { code: 'provider-only', detail: { stage: 'logit-bias', ids: '9' } },
    });
  });
});

test('penalties can only be sent to the provider, unless they are neutral', () => {
  expect(runPartial(list, [{ stage: 'penalties', frequency: 0.5 }])).toMatchObject({
    ok: false,
    fault: { code: 'provider-only', detail: { stage: 'penalties' } },
  });
  expect(run([{ stage: 'penalties', repetition: 1 }]).stages[0]!.note).toBe('neutral');
});

test('what is out of range is thrown, as by the pipeline', () => {
  expect(() => runPartial(list, [{ stage: 'temperature', temperature: -1 }])).toThrow(FaultError);
  expect(() => runPartial(list, [{ stage: 'logit-bias', bias: { 11: 1 } }])).toThrow('0 to 10');
});

describe('a list of the whole vocabulary', () => {
  const whole = topOf(full.map(Math.log), full.length);

  test('leaves nothing, and every number is a point', () => {
    expect(whole).toMatchObject({ remainder: 0, unknown: 0 });
    const trace = run([{ stage: 'temperature', temperature: 2 }], whole);
    const sum = full.reduce((total, p) => total + Math.sqrt(p), 0);
    trace.tokens.forEach(({ final }, i) =>
      close(final, Math.sqrt(full[i]!) / sum, Math.sqrt(full[i]!) / sum),
    );
    close(trace.remainder.final, 0, 0);
  });
});

describe('a draw', () => {
  test('goes along the list, the remainder behind it', () => {
    const trace = run([]);
    expect([0, 0.39, 0.41, 0.65].map((u) => pickAt(trace, u))).toEqual(
      [0, 0, 1, 2].map((index) => ({ kind: 'token', index })),
    );
    expect(pickAt(trace, 0.71)).toEqual({ kind: 'remainder' });
  });

  test('is undecided only where the edge can be: T = 0.5, the first ends at 0.667 to 0.723', () => {
    const trace = run([{ stage: 'temperature', temperature: 0.5 }]);
    expect(pickAt(trace, 0.66)).toEqual({ kind: 'token', index: 0 });
    expect(pickAt(trace, 0.7)).toEqual({
      kind: 'undecided',
      between: [
        { kind: 'token', index: 0 },
        { kind: 'token', index: 1 },
      ],
    });
    expect(pickAt(trace, 0.73)).toEqual({ kind: 'token', index: 1 });
    expect(pickAt(trace, 0.99)).toEqual({ kind: 'remainder' });
  });

  test.each([-0.1, 1, NaN])('refuses u = %d', (u) => {
    expect(() => pickAt(run([]), u)).toThrow(FaultError);
  });
});
