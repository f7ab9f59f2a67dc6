import { expect, test } from 'vitest';
import { biasOf, candidateStatus } from './candidate-status.ts';
import { exhibitStages, exhibitTrace } from './exhibit-world.ts';

const trace = exhibitTrace(exhibitStages);

test('a kept token says the bias that was asked for', () => {
  expect(candidateStatus(trace, 0)).toEqual({ kind: 'kept', bias: 0 });
  expect(candidateStatus(trace, 1)).toEqual({ kind: 'kept', bias: 0.75 });
});

test('a removed token names its stage; a ban is one of its own', () => {
  expect(candidateStatus(trace, 3)).toEqual({ kind: 'banned' });
  expect(candidateStatus(trace, 40)).toEqual({ kind: 'removed', stage: 'top-p', bias: 0 });
});

test('at temperature 0 every token but the best is removed by the temperature', () => {
  const greedy = exhibitTrace([{ stage: 'temperature', temperature: 0 }]);
  expect(candidateStatus(greedy, 0)).toEqual({ kind: 'kept', bias: 0 });
  expect(candidateStatus(greedy, 1)).toEqual({ kind: 'argmax', bias: 0 });
});

test('what the model itself rules out is not called kept', () => {
  const holes = exhibitTrace([], (id) => (id === 7 ? 0 : 1));
  expect(candidateStatus(holes, 7)).toEqual({ kind: 'impossible' });
});

test('two bias stages add up: 0.5 + 0.25 = 0.75', () => {
  const twice = exhibitTrace([
    { stage: 'logit-bias', bias: Object.fromEntries([[2, 0.5]]) },
    { stage: 'logit-bias', bias: Object.fromEntries([[2, 0.25]]) },
  ]);
  expect(biasOf(twice, 2)).toBe(0.75);
});
