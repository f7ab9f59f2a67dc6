import { expect, type Locator } from '@playwright/test';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

/** The text of the cells of one column, candidates only, by token. */
async function column(playground: PlaygroundPage, name: string): Promise<Map<string, string>> {
  const rows = await playground.candidates();
  return new Map(rows.map((row) => [row.get('Token')!, row.get(name)!]));
}

test('what is typed stands as tokens, with their ids', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.text.fill('Hello world');
  await expect(playground.tokens.getByRole('listitem')).toHaveCount(2);
  await expect(playground.tokens.getByRole('listitem').nth(0)).toContainText('15496');
  await expect(playground.tokens.getByRole('listitem').nth(1)).toContainText('995');
});

test('temperature changes the final probabilities, not the model’s, and not u', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  const u = await playground.drawPosition.inputValue();
  const model = await column(playground, 'Model');
  const final = await column(playground, 'Final');
  expect([...final.values()].slice(0, 5)).toEqual([...model.values()].slice(0, 5));
  await playground.temperature.fill('0.5');
  await expect.poll(async () => [...(await column(playground, 'Final')).values()][0]).not.toBe([...final.values()][0]);
  const modelAfter = await column(playground, 'Model');
  for (const [token, value] of model) if (modelAfter.has(token)) expect(modelAfter.get(token)).toBe(value);
  expect(await playground.drawPosition.inputValue()).toBe(u);
});

test('a banned token is removed, shown as such, and not drawn in 200 steps', async ({ page }) => {
  test.setTimeout(120_000);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  const [top] = await playground.candidates();
  const label = top!.get('Token')!;
  await playground.ban(label.replace('·', ' ').trim(), label);
  const row = playground.rowOf(label);
  await expect(row.getByRole('cell').nth(1)).toHaveText(/^0/);
  await expect(row).toContainText('banned');
  await playground.speed.fill('20');
  for (let steps = 0; steps < 200; steps += 1) {
    await playground.step.click();
  }
  await expect(playground.history.getByRole('listitem')).toHaveCount(200);
  const drawn = await playground.history.getByRole('listitem').allInnerTexts();
  expect(drawn.filter((text) => text.split('\n')[0] === label)).toEqual([]);
});

test('play twenty tokens, rewind to the fifth, undo the rewind, undo a token', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await playground.speed.fill('20');

  await playground.play.click();
  await expect(playground.history.getByRole('listitem').nth(19)).toBeVisible();
  await playground.pause.click();
  const before = await playground.text.innerText();
  const count = await playground.history.getByRole('listitem').count();
  await playground.history.getByRole('listitem').nth(4).getByRole('button').click();
  await expect(playground.history.getByRole('listitem')).toHaveCount(4);
  await playground.undo.click();
  await expect(playground.history.getByRole('listitem')).toHaveCount(count);
  expect(await playground.text.innerText()).toBe(before);
  await playground.undo.click();
  await expect(playground.history.getByRole('listitem')).toHaveCount(count - 1);
});

test('a reload brings text, drawn tokens, settings and u back', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.text.fill('The queen of');
  await playground.temperature.fill('0.7');
  await playground.ready();
  await playground.step.click();
  await expect(playground.history.getByRole('listitem')).toHaveCount(1);
  const text = await playground.text.innerText();
  const u = await playground.drawPosition.inputValue();
  await page.reload();
  await expect(playground.text).toHaveText(text);
  await expect(playground.temperature).toHaveValue('0.7');
  await expect(playground.history.getByRole('listitem')).toHaveCount(1);
  expect(Number(await playground.drawPosition.inputValue())).toBeCloseTo(Number(u), 5);
});

test('a link opened in a fresh profile restores everything', async ({ page, context, browser, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.text.fill('A link to 東京タワー 👩‍🚀');
  await playground.temperature.fill('1.3');
  await playground.topP.fill('0.9');
  await playground.seed.fill('7');
  await playground.seed.press('Enter');
  await playground.ready();
  await playground.step.click();
  await expect(playground.history.getByRole('listitem')).toHaveCount(1);
  await playground.copyLink.click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(baseURL!)).toBe(true);

  const fresh = await browser.newContext();
  const other = new PlaygroundPage(await fresh.newPage());
  await other.open(link);
  await other.ready();
  await expect(other.text).toHaveText(await playground.text.innerText());
  await expect(other.temperature).toHaveValue('1.3');
  await expect(other.topP).toHaveValue('0.9');
  await expect(other.seed).toHaveValue('7');
  await expect(other.history.getByRole('listitem')).toHaveCount(1);
  expect(Number(await other.drawPosition.inputValue())).toBeCloseTo(
    Number(await playground.drawPosition.inputValue()),
    5,
  );
  expect(await column(other, 'Final')).toEqual(await column(playground, 'Final'));
  await fresh.close();
});

for (const garbage of ['{"text":', '[]', '{"u":"x","settings":{"temperature":99}}']) {
  test(`garbage in storage, ${garbage}, gives a message and a working page`, async ({ page }) => {
    await page.addInitScript((value) => localStorage.setItem('tokenscope/playground/1', value), garbage);
    const playground = new PlaygroundPage(page);
    await playground.open();
    await expect(page.getByRole('alert').filter({ hasText: /could not be read/ }).first()).toBeVisible();
    await worksStill(playground);
  });
}

for (const garbage of ['#v1.garbage', '#v1.', '#v9.q1YqSy0qzszPAwA', `#v1.${'A'.repeat(5000)}`]) {
  test(`a link that ends in ${garbage.slice(0, 20)} gives a message and a working page`, async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open(`/${garbage}`);
    await expect(page.getByRole('alert').filter({ hasText: /could not be read/ })).toBeVisible();
    await worksStill(playground);
  });
}

async function worksStill(playground: PlaygroundPage): Promise<void> {
  await playground.text.fill('Still here');
  await playground.ready();
  await playground.step.click();
  await expect(playground.history.getByRole('listitem')).toHaveCount(1);
}

test('the keys of the room act outside fields and rest inside them', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.ready();
  await blur(playground.text);
  await page.keyboard.press('Space');
  await expect(playground.history.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(playground.history.getByRole('listitem')).toHaveCount(0);
  const u = await playground.drawPosition.inputValue();
  await page.keyboard.press('r');
  await expect(playground.drawPosition).not.toHaveValue(u);
  await page.keyboard.press('/');
  await expect(playground.findAToken).toBeFocused();
  await page.keyboard.type('u p');
  await expect(playground.findAToken).toHaveValue('u p');
  await expect(playground.history.getByRole('listitem')).toHaveCount(0);
  await playground.findAToken.blur();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(playground.history.getByRole('listitem')).toHaveCount(1);
});

async function blur(locator: Locator): Promise<void> {
  await locator.evaluate((element: HTMLElement) => element.blur());
}
