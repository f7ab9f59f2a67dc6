import { expect, test } from 'vitest';
import { judgeLoad } from '../testing/load/judge-load.ts';
import { runLoad } from '../testing/load/run-load.ts';

/* Five seconds of what `npm run test:load` does for a minute. */

test('100 clients of all sorts for five seconds: every answer as it is to be, and nothing is left behind', async () => {
  const report = await runLoad({ clients: 100, seconds: 5, seed: 7 });
  expect(judgeLoad(report)).toEqual([]);
  expect(report.use[0]?.memory ?? 1).toBeGreaterThan(0);
});
