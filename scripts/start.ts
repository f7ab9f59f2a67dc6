import { build } from 'vite';
import { checkPort } from '../proxy/check-port.ts';
import { listen } from '../proxy/listen.ts';
import { readSettings } from '../proxy/settings.ts';

/**
 * `npm start`: builds and serves. It asks for the port first, so that nobody waits for a build in vain, and is one
 * process, so that whoever ends it ends the server.
 */
endWithParent();
const settings = readSettings(process.env, process.argv.slice(2));
const usable = settings.ok ? await checkPort(settings.value) : settings;
if (usable.ok) {
  await build({ logLevel: 'warn' });
  await listen(usable.value);
} else {
  console.error(usable.fault.message);
  process.exitCode = 1;
}

/**
 * subtle: when npm is told to end, it tells the shell that it started, and the shell ends without a word to this
 * process, which then belongs to another parent: nobody could end the server by ending `npm start`.
 */
function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
