import { installBrowser } from './install-browser.ts';

/** Makes sure that there is a browser to test in, and says which. */
try {
  console.log(`Browser: ${installBrowser()}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
