import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { loadEncoding } from '../src/core/index.ts';
import { prose } from './fixtures/prose.ts';
import { test } from './fixtures/test.ts';

type Theme = 'light' | 'dark';

/** The room in a theme and a language, as a reader has set it before. */
async function opened(page: Page, theme: Theme = 'light', language: 'en' | 'ja' = 'en'): Promise<void> {
  const kept = JSON.stringify({ language, theme, size: 'normal', singleKeys: true });
  await page.addInitScript((value) => localStorage.setItem('tokenscope/preferences/1', value), kept);
  await page.goto('/tokens');
  await expect(page.getByRole('status', { name: /Token count|トークン数/ })).toHaveText(/^\d/);
}

/** As a page pastes it: half of a surrogate pair is on no keyboard. */
async function paste(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Text', exact: true });
  await field.press('ControlOrMeta+a');
  await field.press('Backspace');
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await button.click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const save = (page: Page, kind: 'SVG' | 'PNG') =>
  saved(page, page.getByRole('button', { name: `Save as ${kind}`, exact: true }));

/** What a parser of XML finds in an SVG file. */
function parsed(page: Page, bytes: Buffer) {
  return page.evaluate((svg) => {
    const file = new DOMParser().parseFromString(svg, 'image/svg+xml');
    const all = (selector: string) => [...file.querySelectorAll(selector)];
    const root = file.documentElement;
    return {
      isWellFormed: file.querySelector('parsererror') === null,
      text: all('[data-part=text] text')
        .map(({ textContent }) => textContent)
        .join(''),
      everything: root.textContent,
      grounds: all('[data-token]').map((ground) => ground.getAttribute('fill') ?? ''),
      ids: all('[data-part=ids] text').map(({ textContent }) => Number(textContent)),
      caption: file.querySelector('[data-part=caption]')?.textContent,
      size: [Number(root.getAttribute('width')), Number(root.getAttribute('height'))],
      leaning: all('[class], [style], [href], style, script, image').length,
    };
  }, bytes.toString('utf8'));
}

/** What a browser decodes of a PNG file: its size, how many colours it has, and some of its pixels. */
function decoded(page: Page, bytes: Buffer, points: readonly (readonly [x: number, y: number])[] = []) {
  return page.evaluate(
    async ({ base64, points }) => {
      const binary = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([binary], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const pixels = new Uint32Array(data.buffer);
      return {
        size: [image.width, image.height],
        colours: new Set(pixels).size,
        points: points.map(([x, y]) => [
          ...data.subarray(4 * (y * image.width + x), 4 * (y * image.width + x) + 3),
        ]),
      };
    },
    { base64: bytes.toString('base64'), points },
  );
}

/** The grounds of the tokens in the page's list, as bytes of sRGB. */
function groundsOnPage(page: Page): Promise<number[][]> {
  return page
    .getByRole('list', { name: 'Tokens', exact: true })
    .locator('li')
    .evaluateAll((items) => {
      const context = new OffscreenCanvas(1, 1).getContext('2d')!;
      return items.map((item) => {
        const chip = [...item.querySelectorAll<HTMLElement>('*')].find(
          (each) => each.style.backgroundColor !== '',
        );
        context.fillStyle = getComputedStyle(chip!).backgroundColor;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
      });
    });
}

const rgb = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

function isClose(one: readonly number[], other: readonly number[]): void {
  one.forEach((channel, at) => expect(Math.abs(channel - other[at]!)).toBeLessThanOrEqual(2));
}

const text = 'Hello, <world> & you\n東京タワー、 👩‍🚀\t𝒳 x\u0301 a\ud800b\r\nשלום 42';
const written = 'Hello, <world> & you\n東京タワー、 👩‍🚀\t𝒳 x\u0301 aU+D800bCR\nשלום 42';

for (const theme of ['light', 'dark'] as const)
  test(`the text is saved as SVG and PNG in ${theme}: all of it, each token on its colour`, async ({
    page,
  }) => {
    await opened(page, theme);
    await paste(page, text);
    const { ids } = { ids: [...(await loadEncoding('o200k_base')).encode(text)] };
    await expect(page.getByRole('status', { name: 'Token count' })).toHaveText(`${ids.length} tokens`);
    await expect(page.getByRole('list', { name: 'Tokens', exact: true }).locator('li')).toHaveCount(
      ids.length,
    );
    const onPage = await groundsOnPage(page);
    await page.getByRole('button', { name: 'Save a picture' }).click();
    await expect(page.getByText(`The whole text, ${ids.length} tokens.`)).toBeVisible();

    const svg = await save(page, 'SVG');
    expect(svg.name).toBe('tokens-o200k_base.svg');
    const file = await parsed(page, svg.bytes);
    expect(file).toMatchObject({ isWellFormed: true, leaning: 0, text: written, ids: [] });
    expect(file.caption).toBe(`o200k_base · ${ids.length} tokens`);
    expect(file.everything).not.toContain('\ufffd');
    expect(file.grounds).toHaveLength(ids.length);
    file.grounds.forEach((fill, at) => isClose(rgb(fill), onPage[at]!));

    const png = await save(page, 'PNG');
    expect(png.name).toBe('tokens-o200k_base.png');
    // A corner of the paper, and the upper left of the first token, which stands 20 CSS pixels from both edges.
    const image = await decoded(page, png.bytes, [
      [1, 1],
      [43, 43],
    ]);
    expect(image.size).toEqual(file.size.map((side) => 2 * side));
    expect(image.colours).toBeGreaterThan(new Set(file.grounds).size);
    isClose(image.points[0]!, theme === 'dark' ? [26, 26, 30] : [255, 253, 249]);
    isClose(image.points[1]!, rgb(file.grounds[0]!));

    await page.getByRole('checkbox', { name: 'Ids under the tokens' }).check();
    await page.getByRole('radio', { name: '40', exact: true }).check();
    const narrow = await parsed(page, (await save(page, 'SVG')).bytes);
    expect(narrow).toMatchObject({ isWellFormed: true, text: written, ids });
    expect(narrow.size[1]).toBeGreaterThan(file.size[1]!);
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
  });

test('of a long text it says before saving how much is in the picture, and the picture says it too', async ({
  page,
}) => {
  await opened(page);
  const long = prose(60_000);
  const count = (await loadEncoding('o200k_base')).encode(long).length.toLocaleString('en');
  await page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(long) });
  await expect(page.getByRole('status', { name: 'Token count' })).toHaveText(`${count} tokens`);
  await page.getByRole('button', { name: 'Save a picture' }).click();
  await expect(page.getByText(`Only the first 2,000 of ${count} tokens`)).toBeVisible();
  const svg = await save(page, 'SVG');
  const file = await parsed(page, svg.bytes);
  expect(file.grounds).toHaveLength(2000);
  expect(long.startsWith(file.text)).toBe(true);
  expect(file.caption).toBe(`o200k_base · the first 2,000 of ${count} tokens`);
  const image = await decoded(page, (await save(page, 'PNG')).bytes);
  expect(image.size).toEqual(file.size.map((side) => 2 * side));
});

test('without a text the button rests and says why; with one, the keyboard goes there and back', async ({
  page,
}) => {
  await opened(page);
  await paste(page, '');
  const button = page.getByRole('button', { name: 'Save a picture' });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription('There is no text to make a picture of.');
  await page.keyboard.insertText('a');
  await expect(button).toBeEnabled();
  await button.press('Enter');
  const png = page.getByRole('button', { name: 'Save as PNG' });
  await expect(png).toBeVisible();
  for (let tabs = 0; tabs < 12 && !(await png.evaluate((element) => element.matches(':focus'))); tabs++)
    await page.keyboard.press('Tab');
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('tokens-o200k_base.png');
  await expect(png).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('where the browser makes no PNG a sentence says so, also in Japanese', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.toBlob = (done) => done(null);
  });
  await opened(page, 'light', 'ja');
  await page.getByRole('button', { name: '画像を保存' }).click();
  await page.getByRole('button', { name: 'PNG で保存' }).click();
  await expect(page.getByRole('alert')).toContainText('PNG を作れませんでした');
});

for (const theme of ['light', 'dark'] as const)
  test(`a merge tree is saved as SVG and PNG in ${theme}, at its step`, async ({ page }) => {
    await opened(page, theme);
    await page.getByRole('tab', { name: 'Merges', exact: true }).click();
    await page.getByLabel('Word or text').fill('unbelievable');
    const scrubber = page.getByRole('slider', { name: 'Merge step' });
    await expect(scrubber).toHaveAttribute('aria-valuetext', '9 of 9');
    const svg = await save(page, 'SVG');
    expect(svg.name).toBe('merge-tree-o200k_base.svg');
    const whole = await parsed(page, svg.bytes);
    expect(whole).toMatchObject({ isWellFormed: true, leaning: 0, caption: '“unbelievable” · o200k_base' });
    for (const rank of ['rank 373', 'rank 9,880', 'rank 45,794', '6C'])
      expect(whole.everything).toContain(rank);
    expect(svg.bytes.toString('utf8')).not.toContain('oklch');
    const image = await decoded(page, (await save(page, 'PNG')).bytes, [[1, 1]]);
    expect(image.size).toEqual(whole.size.map((side) => 2 * side));
    // Ten letters of different ids at least.
    expect(image.colours).toBeGreaterThan(10);
    isClose(image.points[0]!, theme === 'dark' ? [26, 26, 30] : [255, 253, 249]);

    await scrubber.fill('3');
    const part = await parsed(page, (await save(page, 'SVG')).bytes);
    expect(part.caption).toBe('“unbelievable” · o200k_base · 3 of 9 merges');
    expect(part.everything).not.toContain('rank 45,794');
  });
