import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { loadEncoding, type EncodingId } from '../src/core/index.ts';
import { chatFormats, countChat } from '../src/core/tokens/chat-format.ts';
import { prose } from './fixtures/prose.ts';
import { test } from './fixtures/test.ts';
import { TokensPage } from './pages/tokens-page.ts';

async function opened(page: Page): Promise<TokensPage> {
  const room = new TokensPage(page);
  await room.open();
  return room;
}

const count = (tokens: number): string =>
  `${tokens.toLocaleString('en')} ${tokens === 1 ? 'token' : 'tokens'}`;

test('counts and ids are the encoding’s for emoji, scripts, surrogates, line ends and spaces', async ({
  page,
}) => {
  const room = await opened(page);
  for (const id of ['o200k_base', 'r50k_base'] as const satisfies readonly EncodingId[]) {
    await room.encoding.selectOption(id);
    const encoding = await loadEncoding(id);
    for (const text of ['👩‍🚀', 'नमस्ते', '東京タワー', '𝒳', 'one two  three', 'x\u0301y\u0301']) {
      await room.write(text);
      const ids = encoding.encode(text);
      await expect(room.count).toHaveText(count(ids.length));
      await expect(room.tokens.getByRole('listitem')).toHaveCount(ids.length);
      expect(await page.locator('body').innerText()).not.toContain('\uFFFD');
    }
  }
});

test('a file is read: CRLF, a byte order mark, 100 KB of spaces, ten megabytes of prose', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const room = await opened(page);
  const encoding = await loadEncoding('o200k_base');
  const texts = { lines: '\uFEFFa\r\nb\r\n\r\nc', spaces: ' '.repeat(100_000), prose: prose(10_000_000) };
  for (const [name, text] of Object.entries(texts)) {
    await room.upload(`${name}.txt`, text);
    await expect(room.count).toHaveText(count(encoding.encode(text).length), {
      timeout: 60_000,
    });
  }
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(room.count).toHaveText(count(encoding.encode(texts.spaces).length));
});

test('a file that is no text in UTF-8 is refused with a sentence, and so is one that is too long', async ({
  page,
}) => {
  const room = await opened(page);
  const before = await room.text.innerText();
  const file = page.getByLabel('Open a file');
  // An é as Latin-1 has it, and half of a surrogate pair.
  for (const [name, bytes] of [
    ['latin.txt', [0x63, 0xe9]],
    ['half.txt', [0xed, 0xa0, 0x80]],
  ] as const) {
    await file.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) });
    await expect(page.getByText(`${name} could not be read as text in UTF-8`)).toBeVisible();
  }
  await file.setInputFiles({
    name: 'long.txt',
    mimeType: 'text/plain',
    buffer: Buffer.alloc(20_000_001, 'a'),
  });
  await expect(page.getByText('long.txt has 20.0 MB and was not taken')).toBeVisible();
  expect(await room.text.innerText()).toBe(before);
  await expect(page.getByRole('button', { name: 'Bring it back' })).toHaveCount(0);
});

test('ids become text, and an id that does not exist is named', async ({ page }) => {
  const room = await opened(page);
  await room.encoding.selectOption('cl100k_base');
  await expect(room.count).toHaveText(/^\d/);
  const ids = page.getByLabel('Ids to text');
  await ids.fill('[9906, 1917, 100256]');
  await page.getByRole('button', { name: 'Make text of them' }).click();
  await expect(page.getByText('100256 stands for nothing in this encoding')).toBeVisible();
  await ids.fill('9906, 1917');
  await page.getByRole('button', { name: 'Make text of them' }).click();
  await expect(room.text).toHaveText(/Hello/);
  await expect(room.count).toHaveText('2 tokens');
});

test('special tokens as text, parsed and refused', async ({ page }) => {
  const room = await opened(page);
  await room.write('a<|endoftext|>b');
  const special = page.getByRole('combobox', { name: 'Special tokens' });
  const encoding = await loadEncoding('o200k_base');
  await expect(room.count).toHaveText(count(encoding.encode('a<|endoftext|>b').length));
  await special.selectOption('parse');
  await expect(room.count).toHaveText('3 tokens');
  await special.selectOption('refuse');
  await expect(page.getByRole('alert').filter({ hasText: '<|endoftext|>' })).toBeVisible();
});

test('splits side by side, with counts, rings, and one’s own BPE', async ({ page }) => {
  const room = await opened(page);
  await room.write('unbelievable unbelievable unbelievable');
  await room.tab('Compare').click();
  const column = (name: string) => page.getByRole('region', { name, exact: true });
  const cl100k = await loadEncoding('cl100k_base');
  const expected = cl100k.encode('unbelievable unbelievable unbelievable').length;
  await expect(column('cl100k_base')).toContainText(`${String(expected)} pieces`);
  await expect(column('words')).toContainText('3 pieces');
  await expect(column('words')).toContainText('fewest');
  await expect(page.locator('[data-alone]').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /日本語/ })).toContainText(/\d/);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(column('your own BPE')).toContainText(/\d pieces/);
});

test('half of a surrogate pair has a name in every view, and no replacement character is drawn', async ({
  page,
}) => {
  const room = await opened(page);
  await room.text.press('ControlOrMeta+a');
  await room.text.press('Backspace');
  // As a page pastes it; a keyboard has no such key.
  await room.text.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'a\uD800b');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  const encoding = await loadEncoding('o200k_base');
  await expect(room.count).toHaveText(count(encoding.encode('a\uD800b').length));
  await room.tab('Compare').click();
  await expect(page.getByRole('region', { name: 'Text as words', exact: true })).toContainText('⟨U+D800⟩');
  const drawn = await page.locator('body').innerText();
  expect(drawn.isWellFormed() && !drawn.includes('\uFFFD')).toBe(true);
});

test('why a word splits there: every merge with its rank, stepped and scrubbed', async ({ page }) => {
  const room = await opened(page);
  await room.tab('Merges').click();
  await page.getByLabel('Word or text').fill('unbelievable');
  const scrubber = page.getByRole('slider', { name: 'Merge step' });
  await expect(scrubber).toBeVisible();
  await scrubber.fill('1');
  await expect(page.getByText(/^Step 1:/)).toBeVisible();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(page.getByText(/^Step 2:/)).toBeVisible();
  await scrubber.press('End');
  await expect(page.getByText('the same as the encoder’s')).toBeVisible();
});

test('a chat’s messages and what their form costs', async ({ page }) => {
  const room = await opened(page);
  await room.tab('Chat').click();
  const encoding = await loadEncoding('o200k_base');
  const messages = [
    { role: 'system', content: 'You answer in one sentence.' },
    { role: 'user', content: 'Why is a token not a word?' },
  ] as const;
  const { total } = countChat(chatFormats.o200k_base!, messages, (text) => encoding.encode(text));
  await expect(page.getByRole('status', { name: 'Total' })).toHaveText(new RegExp(`^${String(total)}\\b`));
  await page.getByRole('textbox').first().fill('Yes.');
  await expect(page.getByRole('status', { name: 'Total' })).not.toHaveText(
    new RegExp(`^${String(total)}\\b`),
  );
});

test('the vocabulary is found by text, bytes and pattern; a token goes to the text and to the Playground', async ({
  page,
}) => {
  const room = await opened(page);
  await room.encoding.selectOption('r50k_base');
  await room.tab('Vocabulary').click();
  const find = page.getByRole('searchbox', { name: 'Find in vocabulary', exact: true });
  await find.fill('^ wond');
  const hits = page.getByText(/^\d+ of 50,257/);
  await expect(hits).toBeVisible({ timeout: 30_000 });
  await find.fill('/^ [Ww]onder$/');
  await expect(page.getByText(/^2 of 50,257/)).toBeVisible();
  await page.getByRole('button', { name: /^Use in the text: ·wonder/ }).click();
  await expect(room.tab('Text')).toHaveAttribute('aria-selected', 'true');
  await expect(room.text).toContainText('wonder');
  await room.tab('Vocabulary').click();
  await find.fill('/^ wonder$/');
  await page.getByRole('button', { name: /^Bias it: ·wonder/ }).click();
  await expect(page.getByRole('textbox', { name: 'Bias a word' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ban ·wonder', exact: true })).toBeVisible();
});

test('a link and a reload bring text, encoding and tab back; ids can be downloaded', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const room = await opened(page);
  await room.write('kept for later');
  await room.encoding.selectOption('p50k_base');
  await expect(room.count).toHaveText(/^\d/);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Download ids' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'as JSON' }).click();
  const file = await (await saved).path();
  const encoding = await loadEncoding('p50k_base');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual([...encoding.encode('kept for later')]);
  await page.reload();
  await expect(room.encoding).toHaveValue('p50k_base');
  const other = new TokensPage(await context.newPage());
  await other.open(link);
  await expect(other.encoding).toHaveValue('p50k_base');
  await expect(other.text).toHaveText('kept for later');
});

test('another language, or another tab and back, keeps the colours, the caret and what can be undone', async ({
  page,
}) => {
  const room = await opened(page);
  await room.write('Hello world');
  const coloured = page.locator('.cm-content [data-token]');
  await expect(coloured).toHaveCount(2);
  await page.keyboard.press('!');
  await expect(coloured).toHaveCount(3);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ja');
  const text = page.getByRole('textbox', { name: 'テキスト', exact: true });
  await expect(text).toHaveText('Hello world!');
  await expect(coloured).toHaveCount(3);
  await text.press('?');
  await expect(text).toHaveText('Hello world!?');
  for (let back = 0; back < 2; back++) await text.press('ControlOrMeta+z');
  await expect(text).not.toHaveText(/Hello world!/);
  await page.getByRole('combobox', { name: '言語' }).selectOption('en');
  await room.write('Hello world');
  await room.tab('Compare').click();
  await room.tab('Text').click();
  await expect(coloured).toHaveCount(2);
});
