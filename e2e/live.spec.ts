import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { loadEncoding, loadModel, runPipeline } from '../src/core/index.ts';
import { embeddedUpstream } from '../proxy/upstreams/embedded/embedded.ts';
import { OwnServer } from './fixtures/own-server.ts';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

const answer = v.object({
  choices: v.tuple([
    v.object({
      logprobs: v.object({
        content: v.tuple([
          v.object({ top_logprobs: v.array(v.object({ id: v.number(), logprob: v.number() })) }),
        ]),
      }),
    }),
  ]),
});

/** The page with a live model chosen, when it has answered. */
class LivePage extends PlaygroundPage {
  async pick(model = 'tiny'): Promise<void> {
    await expect(this.model.getByRole('option', { name: `live: ${model}` })).toBeAttached();
    await this.model.selectOption(`live:${model}`);
    await this.answered();
  }

  async answered(): Promise<void> {
    const settled = this.page.locator('section[aria-busy="false"]').filter({ has: this.nextToken });
    await settled.locator('tr[data-remainder]').waitFor({ timeout: 30_000 });
  }

  get raw() {
    return this.page.getByRole('button', { name: 'Raw', exact: true });
  }

  /** What was sent last, as the page shows it. */
  async sent(): Promise<Record<string, unknown>> {
    const shown = await this.page.locator('pre').first().innerText();
    return JSON.parse(shown) as Record<string, unknown>;
  }
}

async function opened(page: Page): Promise<LivePage> {
  const playground = new LivePage(page);
  await playground.open();
  return playground;
}

/** What tiny says of the opening text, over the whole vocabulary. */
async function tinySays(stages: Parameters<typeof runPipeline>[1] = []) {
  const encoding = await loadEncoding('r50k_base');
  const model = await loadModel((name) => readFile(`public/models/tiny/${name}`));
  const logits = model.logits(encoding.encode('Once upon a time there was a'));
  return runPipeline(logits, stages, { prompt: [], output: [], rules: 'openai' }).final.probabilities;
}

const percent = (text: string): number => Number.parseFloat(text) / 100;

test('the same model through the proxy and in the page: probabilities equal to 1e-6', async ({ page }) => {
  const playground = await opened(page);
  await playground.ready();
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Distribution as CSV' }).click();
  const csv = await readFile(await (await saved).path(), 'utf8');
  const here = new Map<number, number>();
  const columns = csv.split(/\r?\n/, 1)[0]!.split(',');
  const [id, model] = [columns.indexOf('id'), columns.indexOf('model')];
  for (const row of csv.split(/\r?\n/).slice(1)) {
    const cells = row.match(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
    if (/^\d+$/.test(cells[id] ?? '')) here.set(Number(cells[id]), Number(cells[model]));
  }
  expect(here.size).toBeGreaterThan(50_000);

  const answered = page.waitForResponse(
    async (response) =>
      response.url().endsWith('/v1/completions') &&
      (response.request().postData() ?? '').includes('Once upon a time there was a'),
  );
  await playground.pick();
  const { choices } = v.parse(answer, await (await answered).json());
  const listed = choices[0].logprobs.content[0].top_logprobs;
  expect(listed.length).toBe(1000);
  for (const { id: token, logprob } of listed)
    expect(Math.abs(Math.exp(logprob) - here.get(token)!)).toBeLessThan(1e-6);
});

test('pick, see the band, change the temperature, ban, step: every number agrees with the whole distribution', async ({
  page,
}) => {
  const playground = await opened(page);
  await playground.pick();
  await expect(page.getByText('reported by the provider, before temperature and bias')).toBeVisible();
  const before = await tinySays();
  const first = playground.nextToken.locator('tbody tr').first();
  await expect(first).toContainText('great');
  const cells = async () => (await playground.candidates())[0]!;
  expect(percent((await cells()).get('Model')!)).toBeCloseTo(before[1049]!, 3);
  expect(percent((await cells()).get('Final')!)).toBeCloseTo(before[1049]!, 3);
  // 1,000 of 50,257 are listed; what they leave is known at T = 1.
  const rest = playground.everythingElse;
  await expect(rest).toContainText('49,2');
  const listed = [...before].sort((a, b) => b - a).slice(0, 1000);
  const unknown = 1 - listed.reduce((sum, p) => sum + p, 0);
  expect(percent((await rest.locator('td').nth(1).innerText()).trim())).toBeCloseTo(unknown, 3);

  await playground.temperature.fill('1.3');
  const hotter = await tinySays([{ stage: 'temperature', temperature: 1.3 }]);
  await expect(first.locator('td').nth(2)).toContainText('–');
  const [low, high] = (await cells()).get('Final')!.split('–').map(percent);
  expect(low! <= hotter[1049]! && hotter[1049]! <= high!).toBe(true);

  await playground.temperature.fill('1');
  await playground.ban('great', '·great');
  await expect(first).toContainText('banned');
  await expect(first.locator('td').nth(2)).toHaveText('0');
  // What the others share: king has p ÷ (1 − p(great)).
  const king = playground.rowOf('king').first();
  const without = before[5822]! / (1 - before[1049]!);
  expect(percent((await king.locator('td').nth(2).innerText()).trim())).toBeCloseTo(without, 3);

  await playground.drawPosition.fill('0.01');
  await playground.step.click();
  await expect(playground.history.getByRole('listitem')).toHaveCount(1);
  expect(await playground.written()).toBe('Once upon a time there was a king');
  await playground.undo.click();
  expect(await playground.written()).toBe('Once upon a time there was a');
});

test('a draw on what is not listed adds nothing and says why', async ({ page }) => {
  const playground = await opened(page);
  await playground.pick();
  await playground.drawPosition.fill('0.999999');
  await expect(playground.step).toBeDisabled();
  await expect(page.getByRole('status').filter({ hasText: 'that the provider did not list' })).toBeVisible();
});

test('at the provider: settings and ban are sent, it draws, Step adds what it drew', async ({ page }) => {
  const playground = await opened(page);
  await playground.pick();
  await playground.ban('great', '·great');
  await page.getByRole('radio', { name: 'at the provider' }).check({ force: true });
  await playground.temperature.fill('0.1');
  await expect(page.getByText('the provider draws by its own rules')).toBeVisible();
  await playground.raw.click();
  await expect(async () => {
    await playground.answered();
    expect(await playground.sent()).toMatchObject({ temperature: 0.1, logit_bias: { '1049': -100 } });
  }).toPass();
  await expect(playground.drawPosition).toHaveCount(0);
  await expect(playground.nextToken.getByText('drawn by the provider')).toBeVisible();
  await playground.step.click();
  await expect(playground.history.getByRole('listitem')).toHaveCount(1);
  expect(await playground.written()).not.toContain('great');
});

test('Play tells what it costs, makes so many calls and stops; the history rewinds', async ({ page }) => {
  const playground = await opened(page);
  await playground.pick();
  await playground.drawPosition.fill('0.01');
  await playground.play.click();
  await expect(page.getByText(/20 calls, about \d+ tokens/)).toBeVisible();
  await page.getByRole('spinbutton', { name: 'Calls' }).fill('6');
  await playground.speed.fill('20');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(playground.play).toBeVisible();
  const items = playground.history.getByRole('listitem');
  const made = await items.count();
  expect(made).toBeLessThanOrEqual(6);
  await items.first().getByRole('button').click();
  await expect(items).toHaveCount(0);
  expect(await playground.written()).toBe('Once upon a time there was a');
});

test('sampled paths lie over one another with counts, their cost is said before', async ({ page }) => {
  const playground = await opened(page);
  await playground.pick();
  await page.getByRole('button', { name: 'Sample paths', exact: true }).click();
  await page.getByRole('spinbutton', { name: 'Paths' }).fill('8');
  await page.getByRole('spinbutton', { name: 'Tokens each' }).fill('3');
  await expect(page.getByText(/At most 8 calls and \d+ tokens/)).toBeVisible();
  await page.getByRole('button', { name: 'Run 8 calls' }).click();
  await expect(page.getByText(/^8 paths/)).toBeVisible();
  await playground.raw.click();
  await page.getByRole('radio', { name: 'curl' }).check({ force: true });
  const shown = await page.locator('pre').first().innerText();
  expect(shown).toContain('curl');
  expect(shown).toContain('/v1/completions');
});

test('a link brings the live model back; its name is in it and no secret', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = await opened(page);
  await playground.pick('trigram');
  await playground.temperature.fill('0.5');
  await playground.copyLink.click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const other = new LivePage(await context.newPage());
  await other.open(await page.evaluate(() => navigator.clipboard.readText()));
  await expect(other.model).toHaveValue('live:trigram');
  await other.answered();
  await expect(other.temperature).toHaveValue('0.5');
});

test.describe('without a proxy', () => {
  test.use({ expectedComplaints: [/404/] });

  test('the page says so once, and works on', async ({ page }) => {
    await page.route('**/v1/**', (route) =>
      route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html>not here' }),
    );
    const playground = await opened(page);
    const said = page.getByText('There is no proxy behind this page');
    // It is looked for once the page's own first answer is there.
    await expect(said).toBeVisible({ timeout: 30_000 });
    await playground.ready();
    await playground.step.click();
    await expect(playground.history.getByRole('listitem')).toHaveCount(1);
    await page.reload();
    await playground.ready();
    await expect(said).toHaveCount(0);
  });
});

test.describe('a proxy with an access token', () => {
  test.use({ expectedComplaints: [/401/] });

  test('wants it, says so when it is wrong, and then lists its models', async ({ page }) => {
    const server = new OwnServer();
    const upstream = embeddedUpstream({
      ids: ['trigram'],
      read: (id, name) => readFile(`public/models/${id}/${name}`),
      now: () => 0,
      random: () => 0,
    });
    await server.start(await OwnServer.site(), { upstream, accessToken: 'sixteen-letters-and-more' });
    const playground = new LivePage(page);
    await playground.open(server.origin);
    await page.getByRole('button', { name: 'Live models…' }).click();
    const field = page.getByLabel('Access token');
    await field.fill('something-that-is-wrong');
    await field.press('Enter');
    await expect(page.getByText('does not know this access token')).toBeVisible();
    await field.fill('sixteen-letters-and-more');
    await field.press('Enter');
    await playground.pick('trigram');
    await playground.raw.click();
    await page.getByRole('radio', { name: 'curl' }).check({ force: true });
    expect(await page.locator('body').innerText()).not.toContain('sixteen-letters-and-more');
    await server.stop();
  });
});
