import { listen } from './listen.ts';
import { readSettings } from './settings.ts';

/** Serves what `npm run build` has made. */
const settings = readSettings(process.env, process.argv.slice(2));
if (settings.ok) {
  await listen(settings.value);
} else {
  console.error(settings.fault.message);
  process.exitCode = 1;
}
