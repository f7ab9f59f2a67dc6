import { expect, type Page } from '@playwright/test';
import { Tokenizer } from '@huggingface/tokenizers';
import { loadEncoding } from '../src/core/index.ts';
import { tokenizerFiles } from '../src/engines/splits/testing/tokenizer-files.ts';
import { prose } from './fixtures/prose.ts';
import { say } from './fixtures/say.ts';
import { test } from './fixtures/test.ts';
import { cancelTraining, variedText } from './fixtures/training.ts';
import { ComparePage } from './pages/compare-page.ts';

const megabyte = `The first words. ${prose(1_000_000)} The last words.`;

async function elements(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}

/** All columns show the same part of the text, and it holds these words. */
async function showsEverywhere(compare: ComparePage, words: string): Promise<string> {
  await compare.settled();
  await expect.poll(async () => (await compare.shown())[0]).toContain(words);
  const [first, ...others] = await compare.shown();
  for (const other of others) expect(other).toBe(first);
  return first!;
}

test('four splits of 1 MB scroll as one: by keys, by wheel, by the scrollbar, with few elements in the page', async ({
  page,
}) => {
  const compare = await ComparePage.open(page, megabyte);
  await page.getByRole('button', { name: 'Add a split' }).click();
  await page.getByRole('combobox', { name: 'Split 4' }).selectOption('bytes');
  const cl100k = await loadEncoding('cl100k_base');
  const pieces = cl100k.encode(megabyte).length.toLocaleString('en');
  await expect(compare.head('cl100k_base')).toContainText(`${pieces} pieces`);
  await expect(compare.head('UTF-8 bytes')).toContainText('1,000,033 pieces', { timeout: 20_000 });
  await showsEverywhere(compare, 'The first words.');
  await compare.scroller.focus();
  let most = await elements(page);
  const steps: [string, () => Promise<void>][] = [
    ['End', () => page.keyboard.press('End')],
    ['Home', () => page.keyboard.press('Home')],
    ['PageDown', () => page.keyboard.press('PageDown')],
    ['wheel', () => page.mouse.wheel(0, 2000)],
    [
      'half way',
      () => compare.scroller.evaluate((e) => e.scrollTo(0, (e.scrollHeight - e.clientHeight) / 2)),
    ],
  ];
  await compare.scroller.hover();
  let before = '';
  for (const [name, step] of steps) {
    await step();
    const words = { End: 'The last words.', Home: 'The first words.' }[name] ?? ' ';
    await expect.poll(async () => (await compare.shown())[0]).not.toBe(before);
    before = await showsEverywhere(compare, words);
    // Every stretch of it is in the text as it stands there.
    expect(megabyte, name).toContain(before);
    most = Math.max(most, await elements(page));
  }
  expect(Math.abs(megabyte.indexOf(before) - 500_000)).toBeLessThan(20_000);
  say(`1 MB in four splits: ${String(most)} elements at most (2,400 are allowed)`);
  expect(most).toBeLessThanOrEqual(2400);
});

test('10 MB: both ends and the middle, in all columns', async ({ page }) => {
  test.setTimeout(120_000);
  const text = `The first words. ${prose(10_000_000)} The last words.`;
  const compare = await ComparePage.open(page, text);
  await expect(compare.head('words')).toContainText('pieces', { timeout: 60_000 });
  await expect(compare.head('o200k_base')).toContainText('pieces', { timeout: 60_000 });
  await compare.scroller.focus();
  await page.keyboard.press('End');
  await showsEverywhere(compare, 'The last words.');
  await page.keyboard.press('Home');
  await showsEverywhere(compare, 'The first words.');
  await compare.scroller.evaluate((e) => e.scrollTo(0, (e.scrollHeight - e.clientHeight) / 2));
  await expect.poll(async () => (await compare.shown())[0]).not.toContain('The first words.');
  const shown = await showsEverywhere(compare, ' ');
  expect(Math.abs(text.indexOf(shown) - 5_000_000)).toBeLessThan(100_000);
});

test('a place stays on the screen when a column comes or goes', async ({ page }) => {
  const compare = await ComparePage.open(page, megabyte);
  await expect(compare.head('words')).toContainText('pieces');
  await compare.settled();
  await compare.scroller.evaluate((e) => e.scrollTo(0, e.scrollHeight / 3));
  await expect.poll(async () => (await compare.shown())[0]).not.toContain('The first words.');
  const place = megabyte.indexOf(await showsEverywhere(compare, ' '));
  await page.getByRole('button', { name: 'Remove words' }).click();
  await expect(compare.text('words')).toHaveCount(0);
  const now = megabyte.indexOf(await showsEverywhere(compare, ' '));
  expect(Math.abs(now - place)).toBeLessThan(1000);
});

/** A finger that moves up the screen. */
async function swipe(page: Page, from: number, to: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 150, y }] });
  await touch('touchStart', from);
  for (let step = 1; step <= 10; step++) await touch('touchMove', from + ((to - from) * step) / 10);
  await touch('touchEnd');
  await devtools.detach();
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('the splits stand one below the other, a finger moves them all, and nothing scrolls sideways', async ({
    page,
  }) => {
    const compare = await ComparePage.open(page, megabyte);
    await expect(compare.head('words')).toContainText('pieces');
    await compare.settled();
    const columns = await compare.scroller.evaluate((scroller) =>
      [...scroller.querySelectorAll('section')].map((column) =>
        column.querySelector('p')!.getBoundingClientRect(),
      ),
    );
    expect(new Set(columns.map(({ x }) => x)).size).toBe(1);
    expect(columns[1]!.y).toBeGreaterThanOrEqual(columns[0]!.y + columns[0]!.height - 1);
    const before = (await compare.shown())[0];
    await swipe(page, 700, 400);
    await expect.poll(async () => (await compare.shown())[0]).not.toBe(before);
    await compare.scroller.focus();
    await page.keyboard.press('End');
    await compare.settled();
    await expect.poll(async () => (await compare.shown()).at(-1)).toContain('The last words.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

const jsonFile = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

/** What each piece of a column says of itself, and what it shows. */
const pieces = (compare: ComparePage, name: string) =>
  compare
    .text(name)
    .locator('span')
    .evaluateAll((spans) =>
      spans.map((span) => [span.textContent, (span as HTMLElement).title.split(' · ')[0]]),
    );

test('a tokenizer.json that is opened is a column, with the ids and cuts of Hugging Face’s own library', async ({
  page,
}) => {
  const text = 'low lower<|end|>あ';
  const compare = await ComparePage.open(page, text);
  const name = 'your tokenizer.json';
  await page
    .getByLabel('Open a tokenizer.json')
    .setInputFiles(jsonFile('small.json', tokenizerFiles.byteLevel));
  const { ids } = new Tokenizer({ ...tokenizerFiles.byteLevel, post_processor: null }, {}).encode(text);
  await expect(compare.head(name)).toContainText(`${String(ids.length)} pieces`);
  await expect(page.getByText('small.json: BPE, 13 tokens.')).toBeVisible();
  await compare.settled();
  expect(await pieces(compare, name)).toEqual([
    ['low', `id ${String(ids[0])}`],
    ['·low', `id ${String(ids[1])}`],
    ['e', `id ${String(ids[2])}`],
    ['r', `id ${String(ids[3])}`],
    ['<|end|>', `id ${String(ids[4])}`],
    ['あ', `id ${ids.slice(5).join(' + ')}`],
  ]);
  // It is still there after another tab.
  await page.getByRole('tab', { name: 'Text', exact: true }).click();
  await page.getByRole('tab', { name: 'Compare', exact: true }).click();
  await expect(compare.head(name)).toContainText(`${String(ids.length)} pieces`);
});

test('one that is dropped takes the place of the one before', async ({ page }) => {
  const compare = await ComparePage.open(page, 'Cafés, unknown');
  const name = 'your tokenizer.json';
  await page
    .getByLabel('Open a tokenizer.json')
    .setInputFiles(jsonFile('one.json', tokenizerFiles.byteLevel));
  await expect(page.getByText('one.json: BPE')).toBeVisible();
  await compare.scroller.evaluate((place, json) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([json], 'two.json'));
    for (const type of ['dragenter', 'dragover', 'drop'])
      place.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, JSON.stringify(tokenizerFiles.wordPiece));
  await expect(page.getByText('two.json: WordPiece, 7 tokens.')).toBeVisible();
  await expect(compare.head(name)).toContainText('5 pieces');
  await compare.settled();
  expect((await pieces(compare, name)).map(([shown]) => shown)).toEqual(['Café', 's', ',', 'un', 'known']);
});

test('a file that is none is refused with what is wrong with it and what would be accepted; the splits stay', async ({
  page,
}) => {
  const compare = await ComparePage.open(page, 'low lower');
  const open = page.getByLabel('Open a tokenizer.json');
  const said = page.getByRole('alert');
  await open.setInputFiles(jsonFile('page.html', '<html></html>'));
  await expect(said).toContainText('page.html was not opened: it is not JSON.');
  await expect(said).toContainText('BPE, WordPiece or Unigram');
  await open.setInputFiles(jsonFile('package.json', { name: 'no tokenizer' }));
  await expect(said).toContainText('package.json was not opened: its part “model” is missing');
  const { model } = tokenizerFiles.byteLevel;
  await open.setInputFiles(
    jsonFile('other.json', { ...tokenizerFiles.byteLevel, model: { ...model, type: 'WordLevel' } }),
  );
  await expect(said).toContainText('“WordLevel” in its part “model”');
  await expect(said).toContainText('Accepted there: BPE, WordPiece, Unigram.');
  await expect(compare.head('cl100k_base')).toContainText('pieces');
  await open.setInputFiles(jsonFile('small.json', tokenizerFiles.byteLevel));
  await expect(said).toHaveCount(0);
});

test('training on 1 MB is cancelled in the middle, says so, and can be begun again', async ({ page }) => {
  test.setTimeout(120_000);
  const compare = await ComparePage.open(page, variedText(1_000_000));
  await page.getByRole('button', { name: '8,192', exact: true }).click();
  const { told, figure } = await cancelTraining(page);
  await expect(page.getByText('Cancelled. Nothing was learned.')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  expect(figure).toMatch(/^[\d,]+ of 7,936 merges$/);
  expect(figure).not.toMatch(/^(0|7,936) of/);
  await expect(compare.train).toBeFocused();
  say(`Cancel after ${figure} from 1 MB: told after ${told.toFixed(1)} ms (at most 100 ms)`);
  // The worker is free again: something small is learned at once, and is a column.
  await page.getByRole('button', { name: '512', exact: true }).click();
  await compare.train.click();
  await expect(page.getByText('Learned: 256 merges, 512 tokens.')).toBeVisible({ timeout: 60_000 });
  await expect(compare.head('your own BPE')).toContainText('pieces', { timeout: 30_000 });
  await page.getByRole('button', { name: '8,192', exact: true }).click();
  await cancelTraining(page);
  await expect(page.getByText('Cancelled. What was learned before is kept.')).toBeVisible();
  await expect(compare.head('your own BPE')).toContainText('pieces');
});
