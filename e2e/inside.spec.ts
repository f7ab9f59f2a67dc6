import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { loadEncoding, loadModel } from '../src/core/index.ts';
import { softmax } from '../src/core/numbers/softmax.ts';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

const percent = (text: string): number => Number.parseFloat(text) / 100;
/** As many decimals as three significant digits of a percentage leave at most. */
const rounding = 0.0006;

async function tiny() {
  const encoding = await loadEncoding('r50k_base');
  const model = await loadModel((name) => readFile(`public/models/tiny/${name}`));
  return { encoding, model };
}

test('the last row of the logit lens is what the model says, the rows above are core’s', async ({ page }) => {
  const { encoding, model } = await tiny();
  const ids = encoding.encode('Once upon a time there was a');
  const inside = model.inspect!(ids);
  const said = softmax(model.logits(ids));

  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await expect(playground.lens).toHaveCount(0);
  await playground.insideOpener.click();
  await expect(playground.lens.getByRole('rowheader')).toHaveCount(inside.layers + 1);
  await expect(playground.lens.getByRole('rowheader').first()).toHaveText('before layer 1');
  await expect(playground.lens.getByRole('rowheader').last()).toHaveText(
    `after layer ${inside.layers} (what the model says)`,
  );
  const size = inside.lens.length / (inside.layers + 1);
  for (let depth = 0; depth <= inside.layers; depth++) {
    const cells = playground.lens.locator('tbody tr').nth(depth).getByRole('cell');
    await expect(cells).toHaveCount(6);
    for (const cell of await cells.all()) {
      const id = Number(await cell.getAttribute('data-id'));
      const shown = percent((await cell.locator('span').last().innerText()).trim());
      const wanted = depth === inside.layers ? said[id]! : inside.lens[depth * size + id]!;
      expect(Math.abs(shown / wanted - 1), `depth ${depth}, id ${id}`).toBeLessThan(0.01);
    }
  }
  // The table above says the same.
  const first = playground.nextToken.locator('tbody tr[data-id]').first();
  const best = playground.lens.locator('tbody tr').last().getByRole('cell').first();
  expect(await best.getAttribute('data-id')).toBe(await first.getAttribute('data-id'));
});

test('attention of every head sums to 100 % with the other positions, and is core’s', async ({ page }) => {
  const { encoding, model } = await tiny();
  const text = 'Once upon a time there was a little girl who lived in the wood with her old mother';
  const ids = encoding.encode(text);
  const inside = model.inspect!(ids);

  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.write(text);
  await playground.insideOpener.click();
  const chips = page.getByRole('list', { name: 'Attention', exact: true }).getByRole('listitem');
  await expect(chips).toHaveCount(ids.length, { timeout: 30_000 });
  const shares = async () =>
    (await playground.attention.locator('tbody tr td:last-child').allInnerTexts()).map(percent);
  for (let layer = 0; layer < inside.layers; layer++)
    for (let head = 0; head < inside.heads; head++) {
      await playground.layer.selectOption(String(layer + 1));
      await playground.head.selectOption(String(head + 1));
      const start = (layer * inside.heads + head) * ids.length;
      const largest = Math.max(...inside.attention.subarray(start, start + ids.length));
      await expect.poll(async () => Math.abs((await shares())[0]! - largest)).toBeLessThan(rounding);
      const all = await shares();
      expect(all).toHaveLength(11);
      expect(Math.abs(all.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(11 * rounding);
    }
  await playground.head.selectOption('mean');
  await expect(playground.attention.getByRole('rowheader').last()).toHaveText(`the other ${ids.length - 10}`);
});

test('a token is lit everywhere; what lies left of the window is dark', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await page.getByRole('slider', { name: 'Window' }).fill('4');
  await playground.insideOpener.click();
  const list = page.getByRole('list', { name: 'Attention', exact: true });
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await expect(page.getByTitle('left of the window: the model cannot see it')).toContainText('Once·upon·a');

  const cell = playground.lens.locator('tbody tr').last().getByRole('cell').nth(1);
  await cell.hover();
  const id = await cell.getAttribute('data-id');
  await expect(playground.nextToken.locator(`tr[data-id="${id}"]`)).toHaveAttribute('data-active', 'true');
  await cell.focus();
  await page.keyboard.press('ArrowLeft');
  const best = playground.lens.locator('tbody tr').last().getByRole('cell').first();
  await expect(best).toBeFocused();
  await expect(best).toHaveAttribute('data-active', 'true');
});

test('the panel follows the steps, says that the trigram has no inside, and stays open on this device', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.insideOpener.click();
  const items = page.getByRole('list', { name: 'Attention', exact: true }).getByRole('listitem');
  await expect(items).toHaveCount(7);
  await playground.steps(3);
  await expect(items).toHaveCount(10);
  await playground.model.selectOption('trigram');
  await expect(page.getByText('it has no layers and no attention to look at')).toBeVisible();
  await expect(playground.lens).toHaveCount(0);
  await page.waitForFunction(() => {
    dispatchEvent(new Event('pagehide'));
    return localStorage.getItem('tokenscope/playground/1')?.includes('"insideOpen":true');
  });
  await page.reload();
  await expect(playground.insideOpener).toHaveAttribute('aria-expanded', 'true');
});
