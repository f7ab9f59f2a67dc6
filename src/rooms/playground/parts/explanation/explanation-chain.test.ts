import { expect, test } from 'vitest';
import type { Stage } from '../../../../core/sampling/stages.ts';
import { exhibitTrace } from '../../selectors/exhibit-world.ts';
import { copy } from './copy.ts';
import { explanationChain } from './explanation-chain.ts';
import { explanationWords } from './explanation-words.ts';

/** Probabilities 0.5, 0.3, 0.15, 0.05 over ids 0 to 3 and next to nothing beyond; logits are their logarithms. */
const shares = [0.5, 0.3, 0.15, 0.05];
const tiny = 1e-12;

function line(stages: readonly Stage[], id: number, language: 'en' | 'ja' = 'en'): string {
  const trace = exhibitTrace(stages, (each) => shares[each] ?? tiny);
  const links = explanationChain(trace.explain(id));
  return links.map((link) => explanationWords(link, copy[language]).short).join(' → ');
}

test('bias, temperature, nucleus and division, each with its number', () => {
  // ln 0.3 = −1.20; e^2 × 0.3 = 2.2167; squared at T = 0.5, beside 0.25, 0.0225 and 0.0025: 4.9138 of 5.1888.
  const stages: Stage[] = [
    { stage: 'logit-bias', bias: Object.fromEntries([[1, 2]]) },
    { stage: 'temperature', temperature: 0.5 },
    { stage: 'top-p', p: 0.99 },
  ];
  expect(line(stages, 1)).toBe(
    'logit −1.20 → +2.00 bias → ÷0.50 → kept by top-p (0.00 before it) → ÷0.9952 → 95.2 %',
  );
});

test('the mass before a token, and the division by what is kept', () => {
  // 0.5 + 0.3 = 0.8 before the third; the nucleus of 0.9 is 0.95, and 0.15 ÷ 0.95 = 15.8 %.
  const nucleus: Stage[] = [{ stage: 'top-p', p: 0.9 }];
  expect(line(nucleus, 2)).toBe('logit −1.90 → kept by top-p (0.80 before it) → ÷0.95 → 15.8 %');
  expect(line(nucleus, 3)).toBe('logit −3.00 → removed by top-p (0.95 before it) → 0');
});

test('nothing follows the stage that removed the token', () => {
  const stages: Stage[] = [
    { stage: 'top-k', k: 2 },
    { stage: 'temperature', temperature: 0.5 },
  ];
  expect(line(stages, 2)).toBe('logit −1.90 → removed by top-k (place 3) → 0');
});

test('neutral stages are left out: the model’s own number stays', () => {
  const stages: Stage[] = [
    { stage: 'logit-bias', bias: {} },
    { stage: 'penalties', repetition: 1, frequency: 0, presence: 0 },
    { stage: 'temperature', temperature: 1 },
    { stage: 'top-k', k: 0 },
    { stage: 'top-p', p: 1 },
    { stage: 'min-p', p: 0 },
  ];
  expect(line(stages, 0)).toBe('logit −0.69 → 50.0 %');
});

test('min-p names its bar: 0.2 × 50 % = 10 %', () => {
  const stages: Stage[] = [{ stage: 'min-p', p: 0.2 }];
  expect(line(stages, 2)).toBe('logit −1.90 → kept by min-p (needs 10.0 %) → ÷0.95 → 15.8 %');
  expect(line(stages, 3)).toBe('logit −3.00 → removed by min-p (needs 10.0 %) → 0');
});

test('temperature 0 and a ban are said in words', () => {
  expect(line([{ stage: 'temperature', temperature: 0 }], 0)).toContain('the best at temperature 0 →');
  expect(line([{ stage: 'temperature', temperature: 0 }], 1)).toBe(
    'logit −1.20 → not the best at temperature 0 → 0',
  );
  const ban: Stage[] = [{ stage: 'logit-bias', bias: Object.fromEntries([[0, Number.NEGATIVE_INFINITY]]) }];
  expect(line(ban, 0)).toBe('logit −0.69 → banned → 0');
});

test('the same line in Japanese', () => {
  expect(line([{ stage: 'top-p', p: 0.9 }], 2, 'ja')).toBe(
    'ロジット −1.90 → top-p で残る（手前に 0.80） → ÷0.95 → 15.8 %',
  );
});

test('a bias of 2 changes the odds by e² = 7.39', () => {
  expect(explanationWords({ kind: 'bias', by: 2 }, copy.en).long).toContain('7.39');
});
