import { expect } from '@playwright/test';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';
import { TokensPage } from './pages/tokens-page.ts';

/** What a reader of Japanese sees while typing 東京, and the tokens of the whole in o200k_base. */
const composed = ['t', 'と', 'とう', 'とうk', 'とうきょう', '東京'];

test('an input method composes in the middle of a text, and its tokens follow', async ({ page }) => {
  const room = new TokensPage(page);
  await room.open();
  await room.encoding.selectOption('o200k_base');
  await room.write('A fox. B');
  // What is composed inside one run of text is coloured when it is done; here each token is a run of its own.
  await expect(room.text.locator('[data-token]')).toHaveCount(4);
  for (let back = 0; back < 2; back++) await room.text.press('ArrowLeft');
  const devtools = await page.context().newCDPSession(page);
  const counts: (string | null)[] = [];
  for (const text of composed) {
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await expect(room.text).toHaveText(`A fox.${text} B`);
    await expect
      .poll(async () => (await room.text.locator('[data-token]').allInnerTexts()).join(''))
      .toBe(`A fox.${text} B`);
    counts.push(await room.count.textContent());
  }
  // By tiktoken 0.14.
  expect(counts).toEqual(['4 tokens', '5 tokens', '5 tokens', '6 tokens', '7 tokens', '5 tokens']);
  await devtools.send('Input.insertText', { text: '東京' });
  await expect(room.text).toHaveText('A fox.東京 B');
  await room.text.press('ControlOrMeta+z');
  await expect(room.text).toHaveText('A fox. B');
  await room.text.press('ControlOrMeta+Shift+z');
  await expect(room.text).toHaveText('A fox.東京 B');
});

test('in the Playground nothing is drawn, stepped or lost while one composes', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.write('At night ');
  const devtools = await page.context().newCDPSession(page);
  for (const text of composed) {
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    await expect(playground.text).toHaveText(`At night ${text}`);
  }
  await devtools.send('Input.insertText', { text: '東京' });
  await expect(playground.text).toHaveText('At night 東京');
  await expect(playground.text.locator('[data-token]').last()).toContainText('京');
});
