import { defineConfig, devices } from '@playwright/test';
import { createServer, type AddressInfo } from 'node:net';
import { findBrowser } from './scripts/browser/find-browser.ts';

// Worker processes read this file again and inherit the choice of the first.
process.env['E2E_PORT'] ??= String(await freePort());
const origin = `http://localhost:${process.env['E2E_PORT']}`;
const executablePath = findBrowser();
if (executablePath !== undefined) process.env['CHROMIUM_PATH'] = executablePath;

/** The built page, served as people get it, in a real browser. `npm run build` comes first. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    // A kept page answers before the network does; e2e/offline.spec.ts is where that is wanted.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'page', testIgnore: '**/*.speed.spec.ts' },
    // Measurements run alone, when the machine has nothing else to do.
    {
      name: 'speed',
      testMatch: '**/*.speed.spec.ts',
      dependencies: ['page'],
      workers: 1,
      fullyParallel: false,
    },
  ],
  webServer: {
    command: 'node node_modules/tsx/dist/cli.mjs proxy/server.ts',
    url: `${origin}/healthz`,
    env: { PORT: process.env['E2E_PORT'], HOST: '127.0.0.1' },
    reuseExistingServer: false,
    timeout: 30_000,
  },
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
