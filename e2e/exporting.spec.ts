import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

async function exported(playground: PlaygroundPage, kind: string): Promise<{ name: string; bytes: Buffer }> {
  const { page } = playground;
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: kind }).click();
  const download = await saved;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('a run is exported as JSON, its distribution as CSV, its chart as PNG and SVG', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.choose('trigram');
  await playground.open();
  await playground.ready();
  await playground.temperature.fill('0.7');
  await playground.steps(2);
  await expect(playground.history.getByRole('listitem')).toHaveCount(2);
  await playground.ready();

  const json = await exported(playground, 'Run as JSON');
  expect(json.name).toMatch(/\.json$/);
  const run = JSON.parse(json.bytes.toString('utf8')) as Record<string, unknown>;
  expect(run).toMatchObject({ model: 'trigram', seed: 42 });
  expect(JSON.stringify(run)).toContain('"temperature":0.7');

  const csv = await exported(playground, 'Distribution as CSV');
  expect(csv.name).toMatch(/\.csv$/);
  // A header and one row for each of the 50,257 tokens; a token with a line break in it is quoted.
  const rows = csv.bytes
    .toString('utf8')
    .replaceAll(/"(?:[^"]|"")*"/g, 'quoted')
    .trimEnd()
    .split(/\r?\n/);
  expect(rows).toHaveLength(50_258);

  const png = await exported(playground, 'Chart as PNG');
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.bytes.length).toBeGreaterThan(5000);

  const svg = await exported(playground, 'Chart as SVG');
  const drawing = svg.bytes.toString('utf8');
  expect(drawing).toContain('<svg');
  expect(drawing.match(/<rect/g)?.length).toBeGreaterThan(10);
});
