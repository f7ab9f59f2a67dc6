import { expect, type Page } from '@playwright/test';
import { test } from './fixtures/test.ts';

/** Types letters and says of each whether it was inside a token when its frame was about to be laid out. */
async function paintedAtOnce(page: Page, letters: string): Promise<boolean[]> {
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('one ');
  await expect(text.locator('[data-token]')).toHaveCount(2);
  await text.press('End');
  await text.evaluate((field) => {
    const record: boolean[] = [];
    const inTokens = () =>
      Array.from(field.querySelectorAll('[data-token]'), (token) => token.textContent).join('');
    // Registered at the key, so before the editor's own frame callbacks of that key.
    addEventListener('keydown', () =>
      requestAnimationFrame(() => record.push(inTokens() === field.textContent)),
    );
    Object.assign(window, { paintedAtOnce: record });
  });
  for (const letter of letters) {
    await text.press(letter);
    await expect(text.locator('[data-token]').last()).toContainText(letter);
  }
  return page.evaluate(() => (window as unknown as { paintedAtOnce: boolean[] }).paintedAtOnce);
}

test('a letter is drawn together with its token', async ({ page }) => {
  await page.goto('/tokens');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const painted = await paintedAtOnce(page, 'wordsandmore');
  expect(painted.length).toBe(12);
  // Where the machine is busy a few may come a frame later.
  expect(painted.filter(Boolean).length).toBeGreaterThan(2);
});

test('without the headers that allow shared memory the tokens come by messages', async ({ page }) => {
  await page.route('**/tokens', async (route) => {
    const response = await route.fetch();
    const { 'cross-origin-embedder-policy': _left, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto('/tokens');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  const painted = await paintedAtOnce(page, 'words');
  expect(painted.length).toBe(5);
  await expect(page.getByRole('status', { name: 'Token count' })).toHaveText(/^\d+ tokens/);
});
