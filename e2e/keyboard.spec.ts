import { expect } from '@playwright/test';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

test('the keys of the room act outside fields and rest inside them', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  const items = playground.history.getByRole('listitem');
  await page.keyboard.press('Space');
  await expect(items).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(items).toHaveCount(0);
  const u = await playground.drawPosition.inputValue();
  await page.keyboard.press('r');
  await expect(playground.drawPosition).not.toHaveValue(u);
  await page.keyboard.press('/');
  await expect(playground.findAToken).toBeFocused();
  await page.keyboard.type('u p');
  await expect(playground.findAToken).toHaveValue('u p');
  await expect(items).toHaveCount(0);
  await playground.findAToken.fill('');
  await playground.findAToken.blur();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('p');
  await expect(playground.pause).toBeVisible();
  await page.keyboard.press('p');
  await expect(playground.play).toBeVisible();
});

test('a candidate is chosen with arrows and taken with Enter', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await page.keyboard.press('ArrowDown');
  const rows = playground.nextToken.locator('tr[data-id]');
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  const token = (await playground.candidates())[1]!.get('Token')!;
  await page.keyboard.press('Enter');
  const items = playground.history.getByRole('listitem');
  await expect(items).toHaveCount(1);
  await expect(items.first()).toContainText(token);
  await expect(items.first()).toContainText('taken by hand');
});

test('keys can be switched off', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('switch', { name: 'Single-letter keys' }).click();
  await page.keyboard.press('Escape');
  const u = await playground.drawPosition.inputValue();
  await page.keyboard.press('r');
  await page.keyboard.press('Space');
  await playground.newDraw.click();
  // One draw, from the button alone, and no token.
  await expect(playground.drawPosition).not.toHaveValue(u);
  await expect(playground.history.getByRole('listitem')).toHaveCount(0);
});

test('every control is reached with Tab, and the focus is never lost', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  const wanted = new Set([
    'Temperature',
    'Top-p',
    'Top-k',
    'Min-p',
    'Seed',
    'Draw position',
    'Find a token',
    'Text',
  ]);
  const names: string[] = [];
  for (let press = 0; press < 120 && wanted.size > 0; press++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    names.push(name);
    wanted.delete(name);
  }
  expect([...wanted], names.join(', ')).toEqual([]);
});
