import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

for (const theme of ['light', 'dark'] as const)
  for (const language of ['en', 'ja'] as const)
    test(`axe finds no serious violation in ${theme}, ${language}`, async ({ page }) => {
      const kept = JSON.stringify({ language, theme, size: 'normal', singleKeys: true });
      await page.addInitScript((value) => localStorage.setItem('tokenscope/preferences/1', value), kept);
      await page.goto('/');
      const table = page.getByRole('table').first();
      await expect(table.getByRole('row').nth(5)).toBeVisible();
      await page.keyboard.press('Space');
      await page.keyboard.press('Space');
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('one column without sideways scrolling; Step, Play and Undo work by touch', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.ready();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expect(playground.step).toBeInViewport();
    await playground.step.tap();
    await expect(playground.history.getByRole('listitem')).toHaveCount(1);
    await playground.play.tap();
    await expect(playground.history.getByRole('listitem').nth(2)).toBeAttached();
    await playground.pause.tap();
    const count = await playground.history.getByRole('listitem').count();
    await playground.undo.tap();
    await expect(playground.history.getByRole('listitem')).toHaveCount(count - 1);
  });

  test('360 px is wide enough', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.ready();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
