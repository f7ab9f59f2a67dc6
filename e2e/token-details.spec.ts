import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator } from '@playwright/test';
import { loadEncoding } from '../src/core/index.ts';
import { prose } from './fixtures/prose.ts';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';
import { TextTab } from './pages/text-tab.ts';

const end = '<|endoftext|>';

test('Enter tells all of a token, arrows go on, Escape gives the focus back', async ({ page }) => {
  const tab = await TextTab.with(page, 'cl100k_base', 'The king slept');
  // The, ·king, ·slept: 791, 11734, 46498.
  await expect(tab.items).toHaveCount(3);
  await tab.items.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab.items.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tab.details).toHaveAccessibleName('Token 2 of 3');
  await expect(tab.details).toBeFocused();
  await expect(tab.fact('Id')).toHaveText('11734');
  await expect(tab.fact('Bytes')).toHaveText('20 6B 69 6E 67 · 5 bytes');
  await expect(tab.fact('Whole characters')).toHaveText('5');
  await expect(tab.fact('Place')).toHaveText('UTF-16 units 3 to 8');
  await expect(tab.fact('Kind')).toHaveText('word, space first');

  await page.keyboard.press('ArrowRight');
  await expect(tab.details).toHaveAccessibleName('Token 3 of 3');
  await page.keyboard.press('ArrowRight');
  await expect(tab.details).toHaveAccessibleName('Token 3 of 3');
  await page.keyboard.press('Escape');
  await expect(tab.details).toHaveCount(0);
  await expect(tab.items.nth(2)).toBeFocused();
});

test('a press opens details, on another token its own, on the same or elsewhere none', async ({ page }) => {
  const tab = await TextTab.with(page, 'cl100k_base', 'The king slept');
  await tab.items.nth(0).click();
  await expect(tab.details).toHaveAccessibleName('Token 1 of 3');
  await tab.items.nth(2).click();
  await expect(tab.details).toHaveAccessibleName('Token 3 of 3');
  await tab.items.nth(2).click();
  await expect(tab.details).toHaveCount(0);
  await tab.items.nth(2).click();
  await tab.details.getByRole('button', { name: 'Token before' }).click();
  await expect(tab.details).toHaveAccessibleName('Token 2 of 3');
  await page.getByText('The king').click();
  await expect(tab.details).toHaveCount(0);
  await expect(tab.text).toBeFocused();
});

test('a part of an emoji says of which character it is a part, and which tokens complete it', async ({
  page,
}) => {
  const tab = await TextTab.with(page, 'cl100k_base', 'a👩');
  // a, then F0 9F 91 A9 as 9468, 239, 102.
  await expect(tab.items).toHaveCount(4);
  await tab.items.nth(2).focus();
  await page.keyboard.press('Enter');
  await expect(tab.fact('Bytes')).toHaveText('91 · 1 byte');
  await expect(tab.fact('Kind')).toHaveText('single byte, part of a character');
  await expect(tab.fact('Place')).toHaveText('UTF-16 units 1 to 3');
  await expect(tab.fact('Part of')).toHaveText(/^👩, .*F0 9F 9468.*91 239.*A9 102$/);
  await expect(tab.details.locator('[aria-current]')).toHaveText('91 239');
  // Alone it is no text, so there is nothing to open.
  await expect(tab.details.getByRole('button', { name: 'Open in the Playground' })).toHaveCount(0);
  expect(await page.locator('body').innerText()).not.toContain('\uFFFD');
});

test('a special token that is parsed has a badge, is counted, and is found in the text', async ({ page }) => {
  const tab = await TextTab.with(page, 'cl100k_base', `one${end}two${end}three<|fim_prefix|>`);
  await tab.special.selectOption('parse');
  await expect(page.getByText('3 special tokens:')).toBeVisible();
  await expect(tab.items).toHaveCount(6);
  await expect(tab.items.nth(1)).toHaveAccessibleName(/<\|endoftext\|>, id 100257, .*special token$/);
  const badge = (item: Locator) =>
    item.locator('small').evaluate((id) => getComputedStyle(id, '::after').content);
  expect(await badge(tab.items.nth(1))).toContain('special');
  expect(await badge(tab.items.nth(0))).toBe('none');

  const place = page.getByRole('button', { name: /^<\|endoftext\|> ×2/ });
  await tab.text.press('ControlOrMeta+Home');
  for (const before of ['one', `one${end}two`, 'one']) {
    await place.click();
    await expect(tab.text).toBeFocused();
    expect(await tab.selected()).toBe(end);
    const at = await page.evaluate(() => {
      const range = getSelection()!.getRangeAt(0).cloneRange();
      range.setStart(document.querySelector('.cm-content')!, 0);
      return range.toString();
    });
    expect(at).toBe(before + end);
  }
  await tab.items.nth(1).click();
  await expect(tab.fact('Kind')).toHaveText('special token');
});

test('as text they only look like special tokens; refused, the refusal says all', async ({ page }) => {
  const tab = await TextTab.with(page, 'o200k_base', `a${end}b`);
  const hint = page.getByText('One place looks like a special token. It is read as ordinary text:');
  await expect(hint).toBeVisible();
  await page.getByRole('button', { name: /^<\|endoftext\|> ×1/ }).click();
  expect(await tab.selected()).toBe(end);
  // An x inside of it unmakes it.
  await tab.text.press('ArrowRight');
  await tab.text.press('ArrowLeft');
  await page.keyboard.type('x');
  await expect(hint).toHaveCount(0);
  await page.keyboard.press('Backspace');
  await expect(hint).toBeVisible();
  await tab.special.selectOption('refuse');
  await expect(page.getByRole('alert').filter({ hasText: end })).toBeVisible();
  await expect(hint).toHaveCount(0);
  await expect(page.locator('[data-badge]')).toHaveCount(0);
});

test('from its details a token is seen in the vocabulary, or opened in the Playground', async ({ page }) => {
  const tab = await TextTab.with(page, 'r50k_base', 'The king slept');
  await tab.items.nth(1).click();
  await tab.details.getByRole('button', { name: 'See it in the vocabulary' }).click();
  await expect(page.getByRole('tab', { name: 'Vocabulary', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.getByText('1 of 50,257 ids')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('row').filter({ hasText: '·king' })).toHaveCount(1);
  await page.getByRole('tab', { name: 'Text', exact: true }).click();
  await tab.items.nth(1).click();
  await tab.details.getByRole('button', { name: 'Open in the Playground' }).click();
  const playground = new PlaygroundPage(page);
  await playground.ready();
  await expect.poll(() => playground.written()).toBe(' king');
});

test('in a megabyte special tokens are counted as one types, and the page stays small', async ({ page }) => {
  const tab = await TextTab.with(page, 'o200k_base', 'x');
  const text = `${prose(5_000)}${end}`.repeat(200);
  await page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'many.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(page.getByText('200 places look like special tokens.')).toBeVisible({ timeout: 30_000 });
  await tab.special.selectOption('parse');
  await expect(page.getByText('200 special tokens:')).toBeVisible({ timeout: 30_000 });
  const encoding = await loadEncoding('o200k_base');
  await expect(tab.count).toHaveText(
    `${encoding.encode(text, { special: 'parse' }).length.toLocaleString('en')} tokens`,
  );
  await page.getByRole('button', { name: /^<\|endoftext\|> ×200/ }).click();
  await expect.poll(() => tab.selected()).toBe(end);
  await page.keyboard.press('Delete');
  await expect(page.getByText('199 special tokens:')).toBeVisible();
  // The next one, with the tokens around it listed, and its details open.
  await page.getByRole('button', { name: /^<\|endoftext\|> ×199/ }).click();
  const item = tab.items.filter({ hasText: end });
  await expect(item).toHaveCount(1);
  await item.click();
  await expect(tab.details).toBeVisible();
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(3000);
});

test('in the Playground Enter on a token opens details, and the room’s keys rest meanwhile', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  const items = playground.tokens.getByRole('listitem');
  await items.first().focus();
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: /^Token 1 of/ });
  await expect(details).toBeFocused();
  await page.keyboard.press('Space');
  await expect(playground.history.getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(playground.history.getByRole('listitem')).toHaveCount(1);
});

for (const [theme, language] of [
  ['light', 'ja'],
  ['dark', 'en'],
] as const)
  test(`on a phone of 360 px the details fit, and axe finds no serious violation in ${theme}, ${language}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const kept = JSON.stringify({ language, theme, size: 'normal', singleKeys: true });
    await page.addInitScript((value) => localStorage.setItem('tokenscope/preferences/1', value), kept);
    await page.goto('/tokens');
    await expect(page.getByRole('status').first()).toHaveText(/^\d/);
    await page.getByRole('textbox').first().press('ControlOrMeta+End');
    await page.keyboard.insertText(` ${end}<|endofprompt|>`);
    await page
      .locator('select')
      .filter({ has: page.locator('option[value=parse]') })
      .selectOption('parse');
    const special = page.locator('li[data-special]');
    await expect(special).toHaveCount(2);
    await special.last().click();
    const details = page.getByRole('dialog');
    await expect(details).toBeVisible();
    // From the special token back to a part of 👩‍🚀.
    while ((await details.locator('[aria-current]').count()) === 0) await page.keyboard.press('ArrowLeft');
    const box = (await details.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
