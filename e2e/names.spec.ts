import { expect, type Page } from '@playwright/test';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

type Role = Parameters<Page['getByRole']>[0];

/** What a screen reader says, and what programs outside find the page by. */
const names: Readonly<Partial<Record<Role, readonly string[]>>> = {
  textbox: ['Text', 'Bias a word'],
  list: ['Tokens', 'History'],
  table: ['Next token'],
  slider: ['Temperature', 'Top-p', 'Top-k', 'Min-p', 'Draw position'],
  spinbutton: ['Seed'],
  button: ['Step', 'Play', 'Undo', 'New draw', 'Copy link'],
  combobox: ['Model', 'Encoding', 'Language'],
  searchbox: ['Find a token'],
};

async function eachIsThere(page: Page): Promise<void> {
  for (const [role, wanted] of Object.entries(names))
    for (const name of wanted) {
      await expect(page.getByRole(role as Role, { name }), `${role} ${name}`).toHaveCount(1);
      await expect(page.getByRole(role as Role, { name, exact: true }), `${role} ${name}`).toHaveCount(1);
    }
}

test('each part has its name, and no other part’s name holds it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await eachIsThere(page);
  const columns = playground.nextToken.getByRole('columnheader');
  await expect(columns).toHaveText(['Token', 'Model', 'Final', 'Status']);
  await expect(playground.nextToken.getByRole('row', { name: 'Everything else' })).toHaveCount(1);
  await playground.play.click();
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toHaveCount(1);
});

test('the names stay one each when the page is full', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.addBias('the', '·the');
  await playground.addBias('#50256', '<|endoftext|>');
  await playground.steps(5);
  await expect(playground.history.getByRole('listitem')).toHaveCount(5);
  await playground.encoding.selectOption('cl100k_base');
  await expect(
    page.getByRole('list', { name: 'Split by cl100k_base' }).getByRole('listitem').first(),
  ).toBeVisible();
  await eachIsThere(page);
});

test('the language changes at once and stays', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.language.selectOption('ja');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(
    page.getByRole('textbox', { name: '文章' }).or(page.getByRole('textbox', { name: 'テキスト' })),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'リンクをコピー' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('en');
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
});
