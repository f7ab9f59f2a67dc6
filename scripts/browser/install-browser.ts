import { spawnSync } from 'node:child_process';
import { findBrowser } from './find-browser.ts';

const ways: readonly (readonly [command: string, ...args: string[]][])[] = [
  [['npx', 'playwright', 'install', '--with-deps', 'chromium']],
  // Without the right to install system packages, the browser alone may be enough.
  [['npx', 'playwright', 'install', 'chromium']],
  [
    ['apt-get', 'update'],
    ['apt-get', 'install', '--yes', '--no-install-recommends', 'chromium'],
  ],
];

/**
 * The path of a browser that starts, fetched when the machine has none. Throws, with what a person can do,
 * when every way has failed: tests in a browser are never left out in silence.
 */
export function installBrowser(): string {
  for (const way of [[], ...ways]) {
    for (const [command, ...args] of way) {
      console.log(`No browser yet: ${[command, ...args].join(' ')}`);
      spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', timeout: 600_000 });
    }
    const path = findBrowser();
    if (path !== undefined) return path;
  }
  throw new Error(
    'No Chromium was found, and none could be installed. Install Chromium or Chrome, ' +
      'or say where it is: CHROMIUM_PATH=/path/to/chrome npm test',
  );
}
