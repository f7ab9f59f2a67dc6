import { expect } from '@playwright/test';
import { bestOfThree, slack } from './fixtures/speed.ts';
import { say } from './fixtures/say.ts';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

test.use({ trace: 'off' });

test('from a cold load the text is tokenised within 1.5 s, the first distribution is there within 2 s', async ({
  browser,
  baseURL,
}) => {
  const tokenised: number[] = [];
  const load = async (): Promise<number> => {
    // A context of its own has an empty cache.
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 1440, height: 900 },
    });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const seen: Record<string, number> = {};
      const marks = { tokens: '.cm-content [data-token]', distribution: 'tr[data-id]' };
      new MutationObserver(() => {
        for (const [name, selector] of Object.entries(marks))
          if (!(name in seen) && document.querySelector(selector)) seen[name] = performance.now();
      }).observe(document, { subtree: true, childList: true });
      Object.assign(window, { seen });
    });
    const playground = new PlaygroundPage(page);
    await playground.open(baseURL);
    await playground.ready();
    await playground.text.locator('[data-token]').first().waitFor();
    const seen = await page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen);
    await context.close();
    tokenised.push(seen['tokens']!);
    return seen['distribution']!;
  };
  // Both bars must hold; the later one is what another run is asked for.
  const distribution = await bestOfThree('cold load, first distribution', load, 2000);
  say(`cold load, text tokenised: ${tokenised.map((time) => time.toFixed(0)).join(', ')} ms`);
  expect(distribution).toBeLessThanOrEqual(2000 * slack);
  expect(Math.min(...tokenised)).toBeLessThanOrEqual(1500 * slack);
});
