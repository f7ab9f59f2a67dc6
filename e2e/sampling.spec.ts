import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { loadEncoding, loadModel, runPipeline } from '../src/core/index.ts';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

/** The text of the cells of one column, candidates only, by token. */
async function column(playground: PlaygroundPage, name: string): Promise<Map<string, string>> {
  const rows = await playground.candidates();
  return new Map(rows.map((row) => [row.get('Token')!, row.get(name)!]));
}

const percent = (text: string): number => Number.parseFloat(text) / 100;

test('temperature changes the final probabilities, not the model’s, and not u', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  const u = await playground.drawPosition.inputValue();
  const [model, final] = [await column(playground, 'Model'), await column(playground, 'Final')];
  expect([...final.values()]).toEqual([...model.values()]);
  await playground.temperature.fill('0.5');
  await expect
    .poll(async () => [...(await column(playground, 'Final')).values()])
    .not.toEqual([...final.values()]);
  const after = await column(playground, 'Model');
  for (const [token, value] of model) if (after.has(token)) expect(after.get(token)).toBe(value);
  expect(await playground.drawPosition.inputValue()).toBe(u);
});

test('the page’s numbers are the core’s, over the whole vocabulary', async ({ page }) => {
  const encoding = await loadEncoding('r50k_base');
  const model = await loadModel((name) => readFile(`public/models/trigram/${name}`));
  const ids = encoding.encode('Once upon a time there was a');
  const logits = model.logits([...ids].slice(-model.contextLength));
  const trace = runPipeline(
    logits,
    [
      { stage: 'temperature', temperature: 0.7 },
      { stage: 'top-p', p: 0.9 },
    ],
    { prompt: [...ids], output: [], rules: 'openai' },
  );

  const playground = new PlaygroundPage(page);
  await playground.choose('trigram');
  await playground.open();
  await playground.ready();
  await playground.temperature.fill('0.7');
  await playground.topP.fill('0.9');
  const rows = playground.nextToken.locator('tbody tr[data-id]');
  await expect.poll(async () => (await playground.candidates()).length).toBeGreaterThan(5);
  for (let at = 0; at < 6; at++) {
    const row = rows.nth(at);
    const id = Number(await row.getAttribute('data-id'));
    const cells = (await playground.candidates())[at]!;
    // Three figures are shown.
    const modelShown = percent(cells.get('Model')!);
    const finalShown = percent(cells.get('Final')!);
    expect(Math.abs(modelShown / trace.model.probabilities[id]! - 1)).toBeLessThan(0.01);
    expect(Math.abs(finalShown / trace.final.probabilities[id]! - 1)).toBeLessThan(0.01);
  }
  const rest = await playground.everythingElse.getByRole('cell').allInnerTexts();
  const shown = await rows.evaluateAll((all) => all.map((row) => Number(row.getAttribute('data-id'))));
  const outside = 1 - shown.reduce((sum, id) => sum + trace.model.probabilities[id]!, 0);
  expect(Math.abs(percent(rest[1]!) - outside)).toBeLessThan(0.001);
  await expect(playground.everythingElse).toContainText(
    `${(50_257 - shown.length).toLocaleString('en')} tokens`,
  );
});

test('a number is explained with its own arithmetic', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.temperature.fill('0.8');
  await playground.topP.fill('0.3');
  const first = playground.nextToken.locator('tbody tr[data-id]').first();
  await expect(playground.nextToken.locator('tr[data-removed]').first()).toBeVisible();
  const final = (await playground.candidates())[0]!.get('Final')!;
  await first.getByRole('cell').nth(2).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const chain = (await dialog.locator('p').first().innerText()).split(' → ');
  expect(chain[0]).toMatch(/^logit −?\d/);
  expect(chain).toContain('÷0.80');
  expect(chain.some((link) => link.startsWith('kept by top-p'))).toBe(true);
  expect(chain.at(-2)).toMatch(/^÷0\.3\d*$/);
  expect(chain.at(-1)).toBe(final);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  const removed = playground.nextToken.locator('tr[data-removed]').first();
  await removed.getByRole('cell').nth(2).getByRole('button').click();
  await expect(dialog).toContainText('removed by top-p');
});

test('any token is found with its rank, however low', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.findAToken.fill('algorithm');
  const options = page.getByRole('listbox', { name: 'Found' }).getByRole('option');
  await expect(options.first()).toContainText(/model rank [\d,]+/);
  const rank = /model rank ([\d,]+)/.exec(await options.first().innerText())![1]!;
  expect(Number(rank.replaceAll(',', ''))).toBeGreaterThan(100);
  await playground.findAToken.press('Enter');
  const row = playground.nextToken.getByRole('row').filter({ hasText: 'algorithm' });
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: 'Unpin' }).click();
  // The row under the pointer is the active one, which stays.
  await playground.drawPosition.hover();
  await expect(row).toHaveCount(0);
  await playground.findAToken.fill('qqzzxx');
  await expect(page.getByText('No token matches “qqzzxx”')).toBeVisible();
});

test('the acting order changes the result', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.temperature.fill('2');
  await playground.topP.fill('0.5');
  const kept = playground.everythingElse;
  await expect(kept).toContainText(/[\d,]+ kept/);
  const before = await kept.innerText();
  await page.getByRole('button', { name: 'Change order' }).click();
  const stages = page.locator('li[data-stage]');
  const order = () => stages.evaluateAll((all) => all.map((stage) => stage.getAttribute('data-stage')));
  const first = await order();
  expect(first.indexOf('temperature')).toBeLessThan(first.indexOf('top-p'));
  const later = page.getByRole('button', { name: 'Move Temperature later' });
  while ((await order()).indexOf('temperature') < (await order()).indexOf('top-p')) await later.click();
  // Top-p now cuts the model's own distribution, which is more peaked than the heated one: fewer stay.
  await expect(kept).not.toHaveText(before);
  await page.getByRole('button', { name: 'Order is done' }).click();
  await expect(page.getByRole('combobox', { name: 'Preset' })).toContainText('OpenAI, changed');
});

test('presets bring an engine’s own order and values', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  const preset = page.getByRole('combobox', { name: 'Preset' });
  await preset.selectOption('llama.cpp');
  await expect(playground.temperature).toHaveValue('0.8');
  await expect(playground.topK).toHaveValue('40');
  await expect(playground.minP).toHaveValue('0.05');
  await preset.selectOption('greedy');
  await expect(playground.temperature).toHaveValue('0');
  await expect(playground.nextToken.locator('tr:not([data-removed])[data-id]')).toHaveCount(1);
  await preset.selectOption('openai');
  await expect(playground.temperature).toHaveValue('1');
  await playground.temperature.fill('1.5');
  await page.getByRole('button', { name: 'Reset to OpenAI' }).click();
  await expect(playground.temperature).toHaveValue('1');
});

test('a value that is not taken is refused in a sentence, and the old one stays', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.seed.fill('-1');
  await playground.seed.press('Enter');
  await expect(page.getByText('42 stays in force')).toBeVisible();
});
