import { expect } from '@playwright/test';
import { quantile } from './fixtures/numbers.ts';
import { prose } from './fixtures/prose.ts';
import { say } from './fixtures/say.ts';
import { bestOfThree, longTasksDuring, slack } from './fixtures/speed.ts';
import { test } from './fixtures/test.ts';
import { tracedFrames } from './fixtures/traced-frames.ts';
import { cancelTraining, variedText } from './fixtures/training.ts';
import { wheel } from './fixtures/wheel.ts';
import { ComparePage } from './pages/compare-page.ts';

// Recording every action for a report would be most of what is measured.
test.use({ trace: 'off', viewport: { width: 1440, height: 900 } });

test('four splits of 1 MB: frames and tasks while they scroll', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const compare = await ComparePage.open(page, prose(1_000_000));
  await page.getByRole('button', { name: 'Add a split' }).click();
  for (const name of ['cl100k_base', 'o200k_base', 'words', 'r50k_base'])
    await expect(compare.head(name)).toContainText('pieces', { timeout: 30_000 });
  await compare.settled();
  await wheel(page, compare.scroller, 2000);
  const frames = await bestOfThree(
    'four splits of 1 MB, scrolling, p95 frame by the browser’s trace',
    async () => {
      const drawn = await tracedFrames(browser, page, () => wheel(page, compare.scroller, 8000), {
        scrolling: true,
      });
      expect(drawn.length).toBeGreaterThan(30);
      return quantile(drawn, 0.95);
    },
    20,
  );
  expect(frames).toBeLessThanOrEqual(20 * slack);
  const whole = await tracedFrames(browser, page, () => wheel(page, compare.scroller, 8000));
  say(`four splits of 1 MB, p95 frame that waits for the page: ${quantile(whole, 0.95).toFixed(1)} ms`);
  const longest = await bestOfThree(
    'four splits of 1 MB, scrolling and leaping, longest task',
    async () => {
      const tasks = await longTasksDuring(page, async () => {
        await wheel(page, compare.scroller, 4000);
        for (const key of ['End', 'Home']) await compare.scroller.press(key);
        await wheel(page, compare.scroller, 2000);
      });
      return Math.max(0, ...tasks);
    },
    100,
  );
  expect(longest).toBeLessThanOrEqual(100 * slack);
});

test('training on 1 MB: from Cancel to the page that says so', async ({ page }) => {
  test.setTimeout(120_000);
  await ComparePage.open(page, variedText(1_000_000));
  await page.getByRole('button', { name: '8,192', exact: true }).click();
  const told = await bestOfThree(
    'cancelling one’s own BPE on 1 MB',
    async () => (await cancelTraining(page)).told,
    100,
  );
  expect(told).toBeLessThanOrEqual(100 * slack);
});
