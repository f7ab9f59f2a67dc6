import { expect } from '@playwright/test';
import { test } from './fixtures/test.ts';
import { PlaygroundPage } from './pages/playground-page.ts';

test('the page keeps to its own strict policy and origin', async ({ page }) => {
  const answer = await page.goto('/');
  const policy = (await answer!.allHeaders())['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  // WebAssembly is compiled; no script from elsewhere, inline or made from text.
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  await new PlaygroundPage(page).text.waitFor();
  // The fixture fails the test on any refusal that the console tells of, and on any other origin.
});

test('every file arrives packed, and a hashed one for good', async ({ page }) => {
  const scripts: Record<string, string>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.headers());
  });
  await new PlaygroundPage(page).open();
  expect(scripts.length).toBeGreaterThan(0);
  for (const headers of scripts) {
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    if (Number(headers['content-length']) >= 1024) expect(headers['content-encoding']).toMatch(/^(br|gzip)$/);
  }
});

test('a deep address answers with the page, whose files are found from there', async ({ page }) => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  await page.goto('/labs/nothing-here');
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(missing).toEqual([]);
});
