/*
 * npm run test:upstream [-- --server llama-server|llama-cpp-python] [--folder DIR]
 *
 * Real servers behind the proxy, with the bundled model `tiny` converted for them: docs/upstream-test.md. Exit code 1 when something is
 * not as it must be.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import OpenAI from 'openai';
import { checkBias } from './checks/bias.ts';
import { checkCapabilities } from './checks/capabilities.ts';
import { checkChat } from './checks/chat.ts';
import { checkCompletions } from './checks/completions.ts';
import { checkDraws } from './checks/draws.ts';
import { checkLeaving } from './checks/leaving.ts';
import { checkProbabilities } from './checks/probabilities.ts';
import { checkShapes } from './checks/shapes.ts';
import type { Setting } from './checks/setting.ts';
import { startProxy } from './house.ts';
import { install, type Installed } from './install.ts';
import { must, printOutcomes, type Outcome } from './outcome.ts';
import { endAllWithMe, freePort, start } from './processes.ts';
import { logprobsReader } from './read-logprobs.ts';
import { loadReference, type Reference } from './reference.ts';
import { servers, type SecondServer } from './servers.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { values: options } = parseArgs({
  options: {
    server: { type: 'string', multiple: true },
    folder: { type: 'string', default: usualFolder() },
  },
});
const chosen = servers.filter(({ name }) => options.server?.includes(name) ?? true);
if (chosen.length !== (options.server?.length ?? servers.length)) {
  throw new Error(`--server: one of ${servers.map(({ name }) => name).join(', ')} is accepted`);
}

endAllWithMe();
const installed = await install(options.folder, root('public/models/tiny'));
const reference = await loadReference();
let failed = 0;
for (const server of chosen) {
  const outcomes = await ask(server, installed, reference);
  printOutcomes(`${server.name}: ${await server.version(installed)}`, outcomes);
  failed += outcomes.filter(({ verdict }) => verdict === 'failed').length;
}
console.log(failed === 0 ? '\nAll is as it must be.' : `\n${failed} not as it must be.`);
process.exit(failed === 0 ? 0 : 1);

async function ask(server: SecondServer, files: Installed, core: Reference): Promise<Outcome[]> {
  const port = await freePort();
  const second = start(server.command(files, port));
  await second.answers(`http://127.0.0.1:${port}/v1/models`, 60);
  const { proxy, origin } = await startProxy(join(options.folder, 'house'), {
    upstreams: [{ name: 'here', baseUrl: `http://127.0.0.1:${port}/v1` }],
    limits: { requestsPerMinute: 6000 },
  });
  const direct = `http://127.0.0.1:${port}`;
  const setting: Setting = {
    client: new OpenAI({
      apiKey: 'any',
      baseURL: `${origin}/v1`,
      maxRetries: 0,
      timeout: 60_000,
      fetch: fetchRested,
    }),
    base: { model: 'here/tiny', ...server.plain },
    direct,
    reference: core,
    read: logprobsReader(core.encoding, server.byText),
  };
  const outcomes: Outcome[] = [];
  const checks: readonly (readonly [string, () => Promise<Outcome[]>])[] = [
    ['shapes', () => checkShapes(setting)],
    ['completions', () => checkCompletions(setting)],
    ['probabilities', () => checkProbabilities(setting)],
    ['bias', () => checkBias(setting)],
    ['draws', () => checkDraws(setting)],
    ['chat', () => checkChat(setting)],
    ['leaving', () => checkLeaving(setting, second, server.noticed)],
    ['capabilities', () => checkCapabilities(origin, setting.base.model, outcomes)],
  ];
  for (const [name, check] of checks) {
    try {
      outcomes.push(...(await check()));
    } catch (error) {
      outcomes.push(
        must(name, false, error instanceof Error ? (error.stack ?? error.message) : String(error)),
      );
    }
  }
  await Promise.all([second.stop(), proxy.stop()]);
  return outcomes;
}

/** subtle: the core's own work holds everything up for seconds, in which a server may have closed an idle connection unseen. */
async function fetchRested(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  await wait(5);
  return fetch(input, init);
}

/** Outside this checkout: it is half a gigabyte, most of it other people's sources, which no check of ours should read. */
function usualFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'tokenscope', 'upstream');
}
