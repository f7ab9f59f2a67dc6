import { expect, type Page } from '@playwright/test';
import type { Site } from '../proxy/site/site.ts';
import { OwnServer } from './fixtures/own-server.ts';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

test.use({
  serviceWorkers: 'allow',
  expectedComplaints: [/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/],
});

/** The files that a visit needs are kept when the service worker is ready. */
async function keptForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

async function typeAndSeeTokens(playground: PlaygroundPage, text: string): Promise<void> {
  await playground.write(text);
  await expect(playground.tokens.getByRole('listitem').last()).toContainText(text.split(' ').at(-1)!);
}

test('after the first load the page opens, reloads and works with no network at all', async ({
  page,
  context,
}) => {
  const server = new OwnServer();
  await server.start(await OwnServer.site());
  const playground = new PlaygroundPage(page);
  await playground.open(server.origin);
  await keptForOffline(page);

  await server.stop();
  await context.setOffline(true);

  await page.reload();
  await typeAndSeeTokens(playground, 'one two');
  await playground.open(`${server.origin}/?unknown=1`);
  await typeAndSeeTokens(playground, 'three four');
});

test('tiny, once it is there, answers and steps after a reload with no network at all', async ({
  page,
  context,
}) => {
  const server = new OwnServer();
  await server.start(await OwnServer.site());
  const playground = new PlaygroundPage(page);
  await playground.open(server.origin);
  await playground.ready();
  await expect(playground.by('tiny')).toBeVisible();
  await keptForOffline(page);

  await server.stop();
  await context.setOffline(true);
  await page.reload();
  await playground.ready();
  await expect(playground.by('tiny')).toBeVisible();
  await playground.step.click();
  await expect(playground.history.getByRole('listitem').first()).toContainText('by tiny');
  await playground.insideOpener.click();
  await expect(playground.lens).toBeVisible();
});

test('a new build is shown online at once, and offline when the old page is closed', async ({
  page,
  context,
}) => {
  const server = new OwnServer();
  const site = await OwnServer.site();
  await server.start(site);
  const playground = new PlaygroundPage(page);
  await playground.open(server.origin);
  await keptForOffline(page);
  await server.stop();

  await server.start(nextBuild(site));
  await page.reload();
  await expect(page).toHaveTitle(/^Second build/);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing;
    if (coming !== null && coming.state === 'installing')
      await new Promise((resolve) => coming.addEventListener('statechange', resolve, { once: true }));
  });
  await page.close();
  await server.stop();
  await context.setOffline(true);

  const later = new PlaygroundPage(await context.newPage());
  await expect(async () => {
    await later.open(server.origin);
    await expect(later.page).toHaveTitle(/^Second build/);
  }).toPass();
  await typeAndSeeTokens(later, 'five six');
  const caches = await later.page.evaluate(() => window.caches.keys());
  expect(caches).toEqual(['tokenscope-00000000000b']);
});

/** The same page under another title, as another build. */
function nextBuild(site: Site): Site {
  const worker = site.files.get('/sw.js')!;
  const text = new TextDecoder().decode(worker.bodies.get('identity'));
  const changed = text.replace(/(build:\W)[0-9a-f]{12}/, '$100000000000b');
  const bodies = new Map([['identity' as const, new TextEncoder().encode(changed)]]);
  const index = site.index.replace('<title>', '<title>Second build ');
  return { index, files: new Map(site.files).set('/sw.js', { ...worker, hash: 'next', bodies }) };
}
