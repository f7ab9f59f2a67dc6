import { expect, type Page } from '@playwright/test';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

const key = 'tokenscope/playground/1';

/** Everything that a link and a reload have to bring back, set to something unusual. */
async function setEverything(playground: PlaygroundPage): Promise<void> {
  const { page } = playground;
  await playground.write('A link to 東京タワー 👩‍🚀');
  await playground.ready();
  await playground.temperature.fill('1.3');
  await playground.topP.fill('0.9');
  await playground.topK.fill('50');
  await playground.minP.fill('0.01');
  await playground.encoding.selectOption('o200k_base');
  await page.getByRole('combobox', { name: 'Special tokens' }).selectOption('parse');
  await page.getByRole('slider', { name: 'Window' }).fill('1');
  await page.getByRole('button', { name: 'Change order' }).click();
  await page.getByRole('button', { name: 'Move Min-p earlier' }).click();
  await page.getByRole('button', { name: 'Order is done' }).click();
  await playground.ban('the', '·the');
  await playground.seed.fill('7');
  await playground.seed.press('Enter');
  await playground.steps(3);
  await expect(playground.history.getByRole('listitem')).toHaveCount(3);
  await playground.newDraw.click();
  await expect(
    page.getByRole('list', { name: 'Split by o200k_base' }).getByRole('listitem').first(),
  ).toBeVisible();
}

/** All of it as the page shows it. */
async function everything(playground: PlaygroundPage) {
  const { page } = playground;
  await playground.ready();
  await expect(playground.history.getByRole('listitem')).toHaveCount(3);
  const split = page.getByRole('list', { name: 'Split by o200k_base' });
  await expect(split.getByRole('listitem').first()).toBeVisible();
  const order = await page
    .locator('li[data-stage]')
    .evaluateAll((all) => all.map((stage) => stage.getAttribute('data-stage')));
  return {
    ids: await playground.ids(),
    split: await playground.ids(split),
    sliders: await Promise.all(
      [playground.temperature, playground.topP, playground.topK, playground.minP].map((one) =>
        one.inputValue(),
      ),
    ),
    window: await page.getByRole('slider', { name: 'Window' }).inputValue(),
    special: await page.getByRole('combobox', { name: 'Special tokens' }).inputValue(),
    encoding: await playground.encoding.inputValue(),
    order,
    banned: await page.getByRole('button', { name: 'Ban ·the', exact: true }).getAttribute('aria-pressed'),
    seed: await playground.seed.inputValue(),
    u: Number(await playground.drawPosition.inputValue()).toFixed(5),
    drawn: await playground.history.getByRole('listitem').allInnerTexts(),
    table: (await playground.candidates()).map((row) => [...row.values()]),
  };
}

test('a reload brings everything back', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await setEverything(playground);
  const before = await everything(playground);
  await page.reload();
  await expect.poll(() => everything(playground)).toEqual(before);
});

test('a link opened in a fresh profile restores everything', async ({ page, context, browser, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await setEverything(playground);
  const before = await everything(playground);
  await playground.copyLink.click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(baseURL!)).toBe(true);

  const fresh = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
  const other = new PlaygroundPage(await fresh.newPage());
  await other.open(link);
  await expect.poll(() => everything(other)).toEqual(before);
  // The same seed goes on the same way.
  await playground.step.click();
  await other.step.click();
  await expect(other.history.getByRole('listitem')).toHaveCount(4);
  await expect(playground.history.getByRole('listitem')).toHaveCount(4);
  expect(await other.ids()).toEqual(await playground.ids());
  await fresh.close();
});

test('a link does not take what stood here: it can be brought back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.write('the text of the link');
  await expect.poll(() => playground.written()).toBe('the text of the link');
  await playground.copyLink.click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await playground.write('my own text');
  await expect.poll(() => playground.written()).toBe('my own text');
  await page.goto('about:blank');
  await playground.open(link);
  await expect(playground.text).toContainText('the text of the link');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(playground.text).toContainText('my own text');
});

async function worksStill(playground: PlaygroundPage): Promise<void> {
  await playground.write('Still here');
  await playground.ready();
  await expect.poll(() => playground.ids()).toEqual([9590, 994]);
  await playground.step.click();
  await expect(playground.history.getByRole('listitem')).toHaveCount(1);
}

const message = (page: Page) => page.getByRole('alert').filter({ hasText: /could not be read/ });

for (const garbage of [
  '{"text":',
  '[]',
  '42',
  'null',
  '{"u":"x","settings":{"temperature":99}}',
  '{"document":{"text":"ab","plain":9,"exact":0,"drawn":[]}}',
])
  test(`garbage in storage, ${garbage}, gives a message and a working page`, async ({ page }) => {
    await page.addInitScript(([at, value]) => localStorage.setItem(at!, value!), [key, garbage]);
    const playground = new PlaygroundPage(page);
    await playground.open();
    await expect(message(page).first()).toBeVisible();
    await worksStill(playground);
  });

for (const garbage of ['#v1.garbage', '#v1.', '#v9.q1YqSy0qzszPAwA', `#v1.${'A'.repeat(5000)}`])
  test(`a link that ends in ${garbage.slice(0, 20)} gives a message and a working page`, async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open(`/${garbage}`);
    await expect(message(page)).toBeVisible();
    await worksStill(playground);
  });
