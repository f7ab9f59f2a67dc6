import { expect } from '@playwright/test';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

/** Ids that the tiktoken package (0.14, r50k_base) gives. */
const known: readonly (readonly [string, readonly number[]])[] = [
  ['Hello world', [15496, 995]],
  ['naïve café', [2616, 38776, 40304]],
  ["It's 1234567 ways", [1026, 338, 17031, 2231, 3134, 2842]],
  ['👩‍🚀', [41840, 102, 447, 235, 8582, 248, 222]],
  ['नमस्ते', [11976, 101, 11976, 106, 11976, 116, 24231, 235, 11976, 97, 24231, 229]],
  ['東京タワー', [30266, 109, 12859, 105, 23376, 25589, 6312]],
  ['x\u00a0y\ufeff', [87, 1849, 88, 171, 119, 123]],
  ['a<|endoftext|>', [64, 27, 91, 437, 1659, 5239, 91, 29]],
];

/** Neither drawn nor said anywhere: no token, no tip, no name. */
async function showsNoReplacementCharacter({ page }: PlaygroundPage): Promise<void> {
  const html = await page.evaluate(() => document.documentElement.outerHTML.includes('\ufffd'));
  expect(html).toBe(false);
}

test('what is typed stands as tokens with tiktoken’s ids, and no U+FFFD', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  for (const [text, ids] of known) {
    await playground.write(text);
    await expect.poll(() => playground.ids(), text).toEqual(ids);
    await playground.showsCount(ids.length);
    await showsNoReplacementCharacter(playground);
  }
});

test('letters typed one by one are read as they come', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.write('');
  await playground.text.pressSequentially('Hello world');
  await expect.poll(() => playground.ids()).toEqual([15496, 995]);
  await playground.text.press('Backspace');
  await expect.poll(() => playground.ids()).toEqual([15496, 476, 75]);
  await expect(playground.text.locator('[data-token="15496"]')).toHaveText('Hello');
});

test('typing over a selection leaves the console clean', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await expect(playground.text.locator('[data-token]').first()).toBeVisible();
  await playground.text.press('ControlOrMeta+a');
  await playground.text.press('H');
  await expect.poll(() => playground.ids()).toEqual([39]);
});

test('a selection that the page has not told of yet survives new colours', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const token = playground.text.locator('[data-token]').first();
  await expect(token).toBeVisible();
  await playground.text.focus();
  // In one task: the event that tells of a selection comes after it.
  const selected = await token.evaluate((element) => {
    const content = element.closest('.cm-content')!;
    getSelection()!.selectAllChildren(content);
    element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    return { text: getSelection()!.toString(), whole: content.textContent };
  });
  expect(selected.text).not.toBe('');
  expect(selected.whole).toContain(selected.text);
  await page.keyboard.insertText('Hello world');
  await expect.poll(() => playground.ids()).toEqual([15496, 995]);
});

test('a lone surrogate is read as tiktoken reads it, and shown by its number', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.write('');
  await page.evaluate(() => document.execCommand('insertText', false, 'a\ud800b'));
  await expect.poll(() => playground.ids()).toEqual([64, 4210, 65]);
  await expect(playground.text.locator('[data-label="U+D800"]')).toHaveCount(1);
});

test('a character that no font has is a frame, not nothing', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  // For private use, and between spaces, whose font is then asked for what no font has.
  await playground.write('a \u{10FFFD} b');
  const token = playground.text.locator('[data-token]', { hasText: '\u{10FFFD}' });
  const shot = await token.screenshot();
  const dark = await page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const { width, height } = picture;
      const context = new OffscreenCanvas(width, height).getContext('2d')!;
      context.drawImage(picture, 0, 0);
      // Not the foot: a token that is part of a character is underlined there.
      const { data } = context.getImageData(0, 0, width, Math.floor(height * 0.7));
      return data.filter((value, index) => index % 4 === 1 && value < 110).length;
    },
    [...shot],
  );
  expect(dark).toBeGreaterThan(10);
});

test('a drawn token that is half a character shows its bytes', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.write('in ');
  await playground.ready();
  await playground.findAToken.fill('#30266');
  await page.getByRole('listbox', { name: 'Found' }).getByRole('option').first().click();
  const row = playground.nextToken.locator('tr[data-id="30266"]');
  await row.dblclick({ position: { x: 4, y: 4 } });
  await expect(playground.history.getByRole('listitem')).toHaveCount(1);
  await expect.poll(async () => (await playground.ids()).at(-1)).toBe(30266);
  await showsNoReplacementCharacter(playground);
});

test.describe('through the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('CRLF stays CRLF', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.paste('one\r\ntwo');
    await expect.poll(() => playground.ids()).toEqual([505, 201, 198, 11545]);
  });

  test('100 KB of spaces are counted, and only what is seen is drawn', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open();
    await playground.paste(' '.repeat(100_000));
    await playground.showsCount(100_000);
    await expect.poll(async () => new Set(await playground.ids())).toEqual(new Set([220]));
    expect(await page.locator('*').count()).toBeLessThan(8000);
    await playground.write('still here');
    await expect.poll(() => playground.ids()).toEqual([24219, 994]);
  });
});

test('another encoding’s split stands beside the model’s, which stays what the model reads', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.write('東京タワー');
  const own = [30266, 109, 12859, 105, 23376, 25589, 6312];
  const others = {
    cl100k_base: [14276, 109, 47653, 47307, 2845, 107, 11972],
    o200k_base: [108713, 12288, 34022, 3022],
  };
  for (const [encoding, ids] of Object.entries(others)) {
    await playground.encoding.selectOption(encoding);
    const split = page.getByRole('list', { name: `Split by ${encoding}` });
    await expect.poll(() => playground.ids(split)).toEqual(ids);
    expect(await playground.ids()).toEqual(own);
    await expect(page.getByText('as the model reads it: r50k_base')).toBeVisible();
    await expect(page.getByText('the model does not read this')).toBeVisible();
  }
  await playground.encoding.selectOption('r50k_base');
  await expect(page.getByRole('list', { name: /^Split by/ })).toHaveCount(0);
});

test('special tokens are text, or parsed, or refused with a sentence', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.write('a<|endoftext|>');
  const special = page.getByRole('combobox', { name: 'Special tokens' });
  await expect(special).toHaveValue('text');
  await expect.poll(() => playground.ids()).toEqual([64, 27, 91, 437, 1659, 5239, 91, 29]);
  await special.selectOption('parse');
  await expect.poll(() => playground.ids()).toEqual([64, 50256]);
  await special.selectOption('refuse');
  await expect(page.getByRole('alert').filter({ hasText: '<|endoftext|>' })).toBeVisible();
  await special.selectOption('text');
  await expect.poll(async () => (await playground.ids()).length).toBe(8);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the window is moved by its slider and by its edge, and changes what the model says', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.choose('trigram');
  await playground.open();
  await playground.ready();
  const window = page.getByRole('slider', { name: 'Window' });
  await expect(window).toHaveValue('2');
  const two = await playground.candidates();
  await window.press('ArrowLeft');
  await expect(window).toHaveValue('1');
  await expect
    .poll(async () => (await playground.candidates()).map((row) => row.get('Model')))
    .not.toEqual(two.map((row) => row.get('Model')));
  await window.press('ArrowRight');
  await expect(window).toHaveValue('2');
  await expect.poll(() => playground.candidates()).toEqual(two);

  // " was" and " a" are seen; the edge goes from before " was" to before " a".
  const last = (await playground.text.locator('[data-token]').last().boundingBox())!;
  const before = (await playground.text.locator('[data-token]').nth(-2).boundingBox())!;
  const y = last.y + last.height / 2;
  await page.mouse.move(before.x + 1, y);
  await page.mouse.down();
  await page.mouse.move(before.x + 8, y);
  await page.mouse.move(last.x + 3, y);
  await page.mouse.up();
  await expect(window).toHaveValue('1');
});
