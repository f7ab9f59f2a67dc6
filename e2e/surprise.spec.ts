import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { loadEncoding, loadModel } from '../src/core/index.ts';
import { softmax } from '../src/core/numbers/softmax.ts';
import { prose } from './fixtures/prose.ts';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

const figure = (playground: PlaygroundPage, name: string) =>
  playground.page
    .locator('dl > div')
    .filter({ has: playground.page.getByText(name, { exact: true }) })
    .locator('dd');

for (const id of ['trigram', 'tiny'] as const)
  test(`each token’s bits by ${id} are core’s, and so is the text’s perplexity`, async ({ page }) => {
    const text = 'Once upon a time there was a little girl who lived in a purple wardrobe.';
    const encoding = await loadEncoding('r50k_base');
    const model = await loadModel((name) => readFile(`public/models/${id}/${name}`));
    const ids = [...encoding.encode(text)];
    const bits = ids.map((next, at) => -Math.log2(softmax(model.logits(ids.slice(0, at)))[next]!));
    const mean = bits.reduce((sum, each) => sum + each, 0) / bits.length;

    const playground = new PlaygroundPage(page);
    await playground.choose(id);
    await playground.open();
    await playground.ready();
    await playground.write(text);
    await page.getByRole('radio', { name: 'surprise' }).check();
    await expect(figure(playground, 'Bits per token')).toHaveText(mean.toFixed(2), { timeout: 30_000 });
    await expect(figure(playground, 'Perplexity')).toHaveText((2 ** mean).toFixed(1));
    const names = await playground.tokens
      .getByRole('listitem')
      .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''));
    const shown = names.map((name) => Number(/([\d.]+) bits,/.exec(name)?.[1]));
    shown.forEach((each, at) => expect(Math.abs(each - bits[at]!), names[at]).toBeLessThan(0.006));
    await expect(playground.text.locator('[data-token]').first()).toHaveAttribute(
      'title',
      /bits, [\d.e-]+ %/,
    );

    // Back to the tokens' own colours, and nothing is left of the figures.
    await page.getByRole('radio', { name: 'tokens' }).check();
    await expect(figure(playground, 'Bits per token')).toHaveCount(0);
    await expect(playground.text.locator('[data-token]').first()).not.toHaveAttribute('title', /bits/);
  });

test('the colours are part of what is kept, and follow the text', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.choose('trigram');
  await playground.open();
  await playground.ready();
  await page.getByRole('radio', { name: 'surprise' }).check();
  await expect(figure(playground, 'Bits per token')).toHaveText(/\d/);
  const before = await figure(playground, 'Bits in all').innerText();
  await playground.text.press('ControlOrMeta+End');
  await page.keyboard.type(' wardrobe');
  await expect(figure(playground, 'Bits in all')).not.toHaveText(before);
  await playground.written();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'surprise' })).toBeChecked();
  await expect(figure(playground, 'Bits per token')).toHaveText(/\d/);
});

test('a long text is weighed with a figure of progress; Cancel takes the tokens’ colours back', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.write(prose(40_000));
  await page.getByRole('radio', { name: 'surprise' }).check();
  await expect(page.getByText(/^[\d,]+ of 4,352 tokens$/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('radio', { name: 'tokens' })).toBeChecked();
  await expect(page.getByText(/of 4,352 tokens/)).toHaveCount(0);
});

test('of more than 4,096 tokens the last ones are weighed, and the page says so', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.choose('trigram');
  await playground.open();
  await playground.ready();
  await playground.write(prose(40_000));
  await page.getByRole('radio', { name: 'surprise' }).check();
  await expect(page.getByText(/Only the last 4,096 of [\d,]+ tokens are weighed/)).toBeVisible({
    timeout: 30_000,
  });
});
