import { setTimeout as wait } from 'node:timers/promises';
import type { Running } from '../processes.ts';
import { must, type Outcome } from '../outcome.ts';
import { prompts, type Setting } from './setting.ts';

/** Leaves a stream after three chunks, and waits for the second server to notice. */
export async function checkLeaving(
  { client, base }: Setting,
  second: Running,
  noticed: RegExp,
): Promise<Outcome[]> {
  const before = second.log().length;
  const left = new AbortController();
  // Long top lists make it slow enough that it cannot have ended by itself.
  const stream = await client.completions.create(
    { ...base, prompt: prompts[0]!, max_tokens: 200, temperature: 0, logprobs: 2000, stream: true },
    { signal: left.signal },
  );
  let chunks = 0;
  for await (const chunk of stream) {
    chunks += chunk.choices.length;
    if (chunks === 3) break;
  }
  left.abort();
  const at = performance.now();
  while (performance.now() < at + 5000 && !noticed.test(second.log().slice(before))) await wait(5);
  const took = performance.now() - at;
  const saw = noticed.exec(second.log().slice(before))?.[0];
  return [
    must(
      'a client that leaves',
      saw !== undefined,
      saw === undefined
        ? 'not noticed within 5 s'
        : `after 3 of 200 tokens; the server wrote "${saw}" ${took.toFixed(0)} ms later`,
    ),
  ];
}
