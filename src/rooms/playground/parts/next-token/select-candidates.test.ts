import { expect, test } from 'vitest';
import { exhibitSize, exhibitStages, exhibitTrace } from '../../selectors/exhibit-world.ts';
import { selectCandidates } from './select-candidates.ts';

const trace = exhibitTrace(exhibitStages);
const idsOf = (table: ReturnType<typeof selectCandidates>) => table.rows.map((row) => row.id);

test('rows are the model’s first tokens in its order, removed ones included', () => {
  const table = selectCandidates(trace, { count: 6 });
  expect(idsOf(table)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(table.rows[3]).toMatchObject({ final: 0, status: { kind: 'banned' }, modelRank: 4, apart: false });
});

test('no temperature moves a row', () => {
  const at = (temperature: number) =>
    idsOf(selectCandidates(exhibitTrace([{ stage: 'temperature', temperature }]), { count: 12 }));
  for (const temperature of [0, 0.1, 0.5, 1.3, 2, 50]) expect(at(temperature)).toEqual(at(1));
});

test('the pinned, the active and the picked token take the last places, at their rank', () => {
  const table = selectCandidates(trace, { count: 6, pinned: [40], active: 20, pick: 8 });
  expect(idsOf(table)).toEqual([0, 1, 2, 8, 20, 40]);
  expect(table.rows.map((row) => row.apart)).toEqual([false, false, false, true, true, true]);
  expect(table.rows[5]).toMatchObject({ modelRank: 41, pinned: true, picked: false });
  expect(table.rows[3]).toMatchObject({ picked: true });
});

test('a token that a bias lifts to the top of what is drawn is shown, however unlikely the model finds it', () => {
  const lifted = exhibitTrace([{ stage: 'logit-bias', bias: Object.fromEntries([[43, 7]]) }]);
  expect(idsOf(selectCandidates(lifted, { count: 6 }))).toEqual([0, 1, 2, 3, 4, 43]);
});

test('when the first four are banned, the two best of what is left are shown below them', () => {
  const bias = Object.fromEntries([0, 1, 2, 3].map((id) => [id, Number.NEGATIVE_INFINITY]));
  const banned = exhibitTrace([{ stage: 'logit-bias', bias }]);
  expect(idsOf(selectCandidates(banned, { count: 4 }))).toEqual([0, 1, 4, 5]);
});

test('shown rows and everything else make up the whole vocabulary', () => {
  for (const count of [1, 7, 12, 40]) {
    const { rows, rest } = selectCandidates(trace, { count, pinned: [30] });
    expect(rows.length + rest.tokens).toBe(exhibitSize);
    expect(rows.reduce((sum, row) => sum + row.model, rest.model)).toBeCloseTo(1, 12);
    expect(rows.reduce((sum, row) => sum + row.final, rest.final)).toBeCloseTo(1, 12);
    const kept = rows.filter((row) => row.status.kind === 'kept').length;
    expect(kept + rest.kept).toBe(trace.final.kept);
  }
});

test('a vocabulary smaller than the table is shown whole', () => {
  const table = selectCandidates(trace, { count: 200 });
  expect(table.rows).toHaveLength(exhibitSize);
  expect(table.rest).toEqual({ tokens: 0, kept: 0, model: 0, final: 0 });
});

test('an id from another vocabulary is not shown', () => {
  expect(idsOf(selectCandidates(trace, { count: 3, pinned: [50_000], active: 99 }))).toEqual([0, 1, 2]);
});
