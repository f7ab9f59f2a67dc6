import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

/** The page in a theme and a language, as a reader has set it before. */
async function opened(page: Page, theme: 'light' | 'dark', language: 'en' | 'ja'): Promise<void> {
  const kept = JSON.stringify({ language, theme, size: 'normal', singleKeys: true });
  await page.addInitScript((value) => localStorage.setItem('tokenscope/preferences/1', value), kept);
  await page.goto('/');
}

async function hasNoSeriousViolation(page: Page, where: string): Promise<void> {
  // Colours are judged when nothing is on its way any more.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const said = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(said, where).toEqual([]);
}

for (const theme of ['light', 'dark'] as const)
  for (const language of ['en', 'ja'] as const)
    test(`axe finds no serious violation in ${theme}, ${language}`, async ({ page }) => {
      await opened(page, theme, language);
      const rows = page.locator('tr[data-id]');
      // The model itself, not the view that was computed beforehand: nothing turns on or off under axe's eyes.
      await expect(page.locator('section[aria-busy="false"] tr[data-id]').nth(5)).toBeVisible();
      await expect(page.locator('button[aria-keyshortcuts="Space"]')).toBeEnabled({ timeout: 30_000 });
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await hasNoSeriousViolation(page, 'as it opens');

      // Drawn tokens, a timeline, a bias and a ban, another encoding's split, removed rows.
      for (let step = 1; step <= 3; step++) await page.keyboard.press('Space');
      const bias = page.locator('input[type=text]').first();
      for (const id of ['#262', '#257']) {
        await bias.fill(id);
        await bias.press('Enter');
      }
      await page.locator('input[type=range][aria-label="Top-k"]').fill('3');
      await page
        .locator('select')
        .filter({ has: page.locator('option[value=o200k_base]') })
        .selectOption('o200k_base');
      await expect(page.locator('tr[data-removed]').first()).toBeVisible();
      await expect(page.locator('.recharts-surface').first()).toBeVisible();
      await hasNoSeriousViolation(page, 'in the middle of a run');

      await rows.first().locator('button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await hasNoSeriousViolation(page, 'with an explanation open');
      await page.keyboard.press('Escape');

      await page.locator('h2').first().click();
      await page.keyboard.press('?');
      await expect(page.locator('dialog[open]')).toBeVisible();
      await hasNoSeriousViolation(page, 'with the keys open');
      await page.keyboard.press('Escape');

      await page.getByRole('radio', { name: /surprise|驚き/ }).check();
      await expect(
        page.locator('.cm-content [title*="bits"], .cm-content [title*="ビット"]').first(),
      ).toBeVisible();
      await page.getByRole('slider', { name: /Window|窓/ }).fill('6');
      await page.getByRole('button', { name: /Inside the model|モデルの中/ }).click();
      await expect(page.getByRole('table', { name: /Attention|アテンション/ })).toBeVisible({
        timeout: 30_000,
      });
      await hasNoSeriousViolation(page, 'with the inside of the model and the colours of surprise');

      await page.locator('button[popovertarget]').filter({ hasText: /256/ }).click();
      await expect(page.getByText('docs/model-cards/tiny.md')).toBeVisible();
      await hasNoSeriousViolation(page, 'with the facts of the model open');
    });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('one column without sideways scrolling; drawing, sliders and text work by touch', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.ready();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expect(playground.step).toBeInViewport();
    const items = playground.history.getByRole('listitem');
    await playground.step.tap();
    await expect(items).toHaveCount(1);
    await playground.play.tap();
    await expect(items.nth(2)).toBeAttached();
    await playground.pause.tap();
    await expect(playground.play).toBeVisible();
    const count = await items.count();
    await playground.undo.tap();
    await expect(items).toHaveCount(count - 1);

    const before = await playground.temperature.inputValue();
    await playground.temperature.scrollIntoViewIfNeeded();
    const box = (await playground.temperature.boundingBox())!;
    await playground.temperature.tap({ position: { x: box.width * 0.25, y: box.height / 2 } });
    await expect(playground.temperature).not.toHaveValue(before);

    await playground.text.tap();
    await expect(playground.text).toBeFocused();
    await page.keyboard.insertText(' castle');
    await expect(playground.text).toContainText('castle');
  });

  test('from each room the other can be reached', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Tokens', exact: true }).tap();
    await expect(page.getByRole('tab', { name: 'Compare', exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Playground', exact: true }).tap();
    await expect(page.getByRole('button', { name: 'Step', exact: true })).toBeVisible();
  });

  test('360 px is wide enough', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.ready();
    await playground.insideOpener.tap();
    await expect(playground.attention).toBeVisible();
    await page.getByRole('radio', { name: 'surprise' }).check();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('axe finds no serious violation', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.ready();
    await hasNoSeriousViolation(page, 'on a phone');
  });
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds no serious violation with a live model in ${theme}`, async ({ page }) => {
    const language = theme === 'light' ? 'en' : 'ja';
    await opened(page, theme, language);
    const model = page.locator('select').filter({ has: page.locator('option[value=tiny]') });
    await model.locator('option[value="live:tiny"]').waitFor({ state: 'attached' });
    await model.selectOption('live:tiny');
    await expect(page.locator('tr[data-remainder]')).toBeVisible({ timeout: 30_000 });
    await page
      .locator('input[type=range][aria-label="Temperature"], input[aria-label="温度"]')
      .first()
      .fill('1.5');
    await page.getByRole('button', { name: /^Sample paths|^続きを何本も引く/ }).click();
    await page.getByRole('button', { name: /^Raw|^生のやり取り/ }).click();
    await expect(page.locator('pre').first()).toBeVisible();
    await page.getByRole('button', { name: /tiny (can do|にできること)|^What tiny|tiny に/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await hasNoSeriousViolation(page, `live, ${theme}, ${language}`);
  });

for (const theme of ['light', 'dark'] as const)
  test(`axe finds no serious violation in the Tokens room in ${theme}`, async ({ page }) => {
    const language = theme === 'light' ? 'ja' : 'en';
    await opened(page, theme, language);
    await page.goto('/tokens');
    const tabs = page.getByRole('tab');
    await expect(page.getByRole('status').first()).toHaveText(/^\d/);
    for (const tab of await tabs.all()) {
      await tab.click();
      const panel = page.getByRole('tabpanel');
      // Each has come when it has something to press or to read.
      await expect(panel.locator('table, [role=grid], svg[role=img], ol, [role=list]').first()).toBeVisible({
        timeout: 30_000,
      });
      await hasNoSeriousViolation(page, `${(await tab.textContent()) ?? ''}, ${theme}, ${language}`);
    }
  });

test('the Tokens room fits a phone without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/tokens');
  await expect(page.getByRole('status').first()).toHaveText(/^\d/);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expect(page.getByRole('tabpanel').locator('select, button').first()).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, (await tab.textContent()) ?? '').toBeLessThanOrEqual(360);
  }
});
