import { expect } from '@playwright/test';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

test('a banned token is removed, shown as such, and not drawn in 200 steps', async ({ page }) => {
  test.slow();
  const playground = new PlaygroundPage(page);
  await playground.choose('trigram');
  await playground.open();
  await playground.ready();
  const top = (await playground.candidates())[0]!.get('Token')!;
  const id = await playground.nextToken.locator('tbody tr[data-id]').first().getAttribute('data-id');
  await playground.ban(top.replace('·', ' ').trim(), top);
  const row = playground.nextToken.locator(`tr[data-id="${id}"]`);
  await expect(row).toHaveAttribute('data-removed', 'true');
  await expect(row.getByRole('cell').nth(2)).toHaveText('0');
  await expect(row.getByRole('cell').nth(3)).toContainText('banned');
  await playground.steps(200);
  const items = playground.history.getByRole('listitem');
  await expect(items).toHaveCount(200, { timeout: 60_000 });
  const drawn = await items.allInnerTexts();
  expect(drawn.map((text) => text.split('\n')[0]).filter((label) => label === top)).toEqual([]);
});

test('play twenty tokens, rewind to before the fifth, undo the rewind, undo a token', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.speed.fill('20');
  await playground.play.click();
  const items = playground.history.getByRole('listitem');
  await expect(items.nth(19)).toBeAttached();
  await playground.pause.click();
  await expect(playground.play).toBeVisible();
  const count = await items.count();
  const before = await playground.written();

  await page.getByRole('button', { name: 'Go back to before number 5' }).click();
  await expect(items).toHaveCount(4);
  expect(before.startsWith(await playground.written())).toBe(true);
  await playground.undo.click();
  await expect(items).toHaveCount(count);
  expect(await playground.written()).toBe(before);
  await playground.undo.click();
  await expect(items).toHaveCount(count - 1);
});

test('rewinding and stepping again draws the same tokens, because u came back', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.steps(12);
  const items = playground.history.getByRole('listitem');
  await expect(items).toHaveCount(12);
  const first = await playground.written();
  await page.getByRole('button', { name: 'Go back to before number 3' }).click();
  await expect(items).toHaveCount(2);
  await playground.steps(10);
  await expect(items).toHaveCount(12);
  expect(await playground.written()).toBe(first);
});

test('the needle can be dragged, and New draw moves it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  const box = (await playground.drawPosition.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  const dragged = Number(await playground.drawPosition.inputValue());
  expect(dragged).toBeCloseTo(0.6, 1);
  await playground.newDraw.click();
  expect(Number(await playground.drawPosition.inputValue())).not.toBe(dragged);
});

test('stops at <|endoftext|> and says so; goes on when told to', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.addBias('#50256', '<|endoftext|>');
  await page.getByRole('button', { name: 'Force <|endoftext|>: bias +100' }).click();
  await expect(playground.nextToken.locator('tr[data-id="50256"]')).toContainText('+100');
  await playground.speed.fill('20');
  await playground.play.click();
  await expect(page.getByText('Stopped at <|endoftext|>')).toBeVisible();
  const items = playground.history.getByRole('listitem');
  await expect(items).toHaveCount(1);
  await expect(playground.play).toBeVisible();
  await expect(playground.step).toHaveAttribute('aria-disabled', 'true');
  await playground.step.click({ force: true });
  await expect(items).toHaveCount(1);

  await page.getByRole('checkbox', { name: 'Go on past it' }).check();
  await expect(playground.step).not.toHaveAttribute('aria-disabled', 'true');
  await playground.step.click();
  await expect(items).toHaveCount(2);
});

test('the timeline follows the history, and can be read as a table', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.steps(8);
  await expect(playground.history.getByRole('listitem')).toHaveCount(8);
  await expect(page.getByText(/^8 tokens: mean surprisal/)).toBeVisible();
  await expect(page.locator('.recharts-surface').first()).toBeVisible();
  await page.getByText('As a table').click();
  await expect(
    page.getByRole('table', { name: 'Surprisal and entropy over time' }).getByRole('row'),
  ).toHaveCount(9);
});
