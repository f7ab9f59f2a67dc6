import { build } from 'vite';
import { checkPort } from '../proxy/check-port.ts';
import { listen } from '../proxy/listen.ts';
import { readSettings } from '../proxy/settings.ts';

/**
 * `npm start`: builds and serves. It asks for the port first, so that nobody waits for a build in vain, and is one
 * process, so that whoever ends it ends the server.
 */
const settings = readSettings(process.env);
const usable = settings.ok ? await checkPort(settings.value) : settings;
if (usable.ok) {
  await build({ logLevel: 'warn' });
  await listen(usable.value);
} else {
  console.error(usable.fault.message);
  process.exitCode = 1;
}
