import { expect, type Page, type Route } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { loadEncoding, loadModel } from '../src/core/index.ts';
import { formatProbability } from '../src/core/numbers/format.ts';
import { softmax } from '../src/core/numbers/softmax.ts';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

const weights = '**/models/tiny/weights.bin';

/** Holds the weights back until the test lets them go. */
async function heldBack(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const free = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(weights, async (route: Route) => {
    await free;
    await route.continue().catch(() => undefined);
  });
  return letGo;
}

test('the opening text’s distribution stands there before anything has loaded', async ({ page }) => {
  // Neither a model nor a worker comes.
  await page.route(/models\/|worker/, () => undefined);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.by('trigram')).toBeVisible();
  await expect(playground.step).toBeDisabled();
  const encoding = await loadEncoding('r50k_base');
  const model = await loadModel((name) => readFile(`public/models/trigram/${name}`));
  const said = softmax(model.logits(encoding.encode('Once upon a time there was a')));
  const rows = playground.nextToken.locator('tbody tr[data-id]');
  let rest = 1;
  for (const row of await rows.all()) {
    const p = said[Number(await row.getAttribute('data-id'))]!;
    rest -= p;
    await expect(row).toContainText(formatProbability(p));
  }
  expect(await rows.count()).toBeGreaterThan(5);
  await expect(playground.everythingElse).toContainText(formatProbability(rest));
});

test('the trigram answers, and says so, until tiny is there; then tiny’s numbers are core’s', async ({
  page,
}) => {
  const letGo = await heldBack(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.by('trigram')).toBeVisible();
  await expect(page.getByText('trigram answers while tiny loads', { exact: true }).last()).toBeVisible();
  await expect(playground.model).toHaveValue('tiny');
  await playground.step.click();
  letGo();
  await playground.ready();
  await expect(playground.by('tiny')).toBeVisible();
  await playground.step.click();
  const items = playground.history.getByRole('listitem');
  await expect(items).toHaveCount(2);
  await expect(items.nth(0)).toContainText('by trigram');
  await expect(items.nth(1)).toContainText('by tiny');

  await playground.undo.click();
  await playground.undo.click();
  await expect(items).toHaveCount(0);
  await playground.ready();
  const encoding = await loadEncoding('r50k_base');
  const model = await loadModel((name) => readFile(`public/models/tiny/${name}`));
  const said = softmax(model.logits(encoding.encode('Once upon a time there was a')));
  const rows = playground.nextToken.locator('tbody tr[data-id]');
  for (let at = 0; at < 6; at++) {
    const id = Number(await rows.nth(at).getAttribute('data-id'));
    const shown = Number.parseFloat((await playground.candidates())[at]!.get('Model')!) / 100;
    expect(Math.abs(shown / said[id]! - 1)).toBeLessThan(0.01);
  }
});

test('Cancel leaves the trigram chosen, also after a reload', async ({ page }) => {
  await heldBack(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(playground.model).toHaveValue('trigram');
  await expect(page.getByRole('button', { name: 'About the trigram language model' })).toContainText(
    'n-grams · window 2',
  );
  await page.reload();
  await playground.ready();
  await expect(playground.model).toHaveValue('trigram');
  await expect(playground.by('trigram')).toBeVisible();
});

test.describe('when tiny cannot be had', () => {
  test.use({ expectedComplaints: [/Failed to load resource/] });

  const faults: Readonly<Record<string, readonly [(route: Route) => Promise<void>, RegExp]>> = {
    missing: [(route) => route.fulfill({ status: 404, body: '' }), /is missing on the server/],
    damaged: [(route) => route.fulfill({ body: 'not weights' }), /arrived damaged/],
    unreachable: [(route) => route.abort(), /could not be fetched/],
  };
  for (const [name, [answer, sentence]] of Object.entries(faults))
    test(`${name}: the page says why and goes on with the trigram; another try succeeds`, async ({
      page,
    }) => {
      await page.route(weights, answer);
      const playground = new PlaygroundPage(page);
      await playground.open();
      const notice = page.getByRole('alert').filter({ hasText: 'tiny is not there, so trigram answers.' });
      await expect(notice).toContainText(sentence);
      await expect(playground.model).toHaveValue('trigram');
      await expect(playground.by('trigram')).toBeVisible();
      await playground.step.click();
      await expect(playground.history.getByRole('listitem')).toHaveCount(1);

      await page.unroute(weights);
      await notice.getByRole('button', { name: 'Try again' }).click();
      await expect(playground.by('tiny')).toBeVisible({ timeout: 30_000 });
      await expect(playground.model).toHaveValue('tiny');
      await expect(notice).toHaveCount(0);
    });
});

test('switching keeps text, settings and u; a window that is too large for the trigram is kept for tiny', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  const window = page.getByRole('slider', { name: 'Window' });
  await expect(window).toHaveValue('256');
  await window.fill('128');
  await playground.temperature.fill('0.7');
  const u = await playground.drawPosition.inputValue();
  await playground.ready();
  const before = await playground.candidates();

  await playground.model.selectOption('trigram');
  await expect(playground.by('trigram')).toBeVisible();
  await expect(window).toHaveValue('2');
  await expect(page.getByText('128 is kept; trigram sees 2.')).toBeVisible();
  await expect(playground.temperature).toHaveValue('0.7');
  expect(await playground.drawPosition.inputValue()).toBe(u);
  expect(await playground.written()).toBe('Once upon a time there was a');

  await playground.model.selectOption('tiny');
  await expect(playground.by('tiny')).toBeVisible();
  await expect(window).toHaveValue('128');
  await expect.poll(() => playground.candidates()).toEqual(before);
});

test('the chip says size, weights and window, and names the card', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  const chip = page.getByRole('button', { name: 'About the tiny language model' });
  await expect(chip).toContainText(/[\d.]+ MB · [\d.]+ M weights · window 256 · in this page/);
  await chip.click();
  const facts = page.getByRole('dialog', { name: 'About the tiny language model' });
  await expect(facts).toContainText('docs/model-cards/tiny.md');
  await expect(facts).toContainText('in this page, in a worker');
  await page.keyboard.press('Escape');
  await expect(facts).toBeHidden();
});
