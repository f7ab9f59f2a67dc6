import { pathToFileURL } from 'node:url';
import { listen } from '../listen.ts';
import { readSettings } from '../settings.ts';

/** As proxy/server.ts, with the page in the folder that is named: tests need no build. */
const [, , folder] = process.argv;
const settings = readSettings(process.env);
if (folder === undefined || !settings.ok) throw new Error('FOLDER is missing, or a setting is wrong');
await listen(settings.value, pathToFileURL(folder));
