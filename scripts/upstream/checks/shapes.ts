import { told, type Outcome } from '../outcome.ts';
import type { Setting } from './setting.ts';

/** How the second server's answers look before the proxy has touched them. */
export async function checkShapes({ direct }: Setting): Promise<Outcome[]> {
  const common = { model: 'tiny', max_tokens: 2, temperature: 0 };
  const messages = [{ role: 'user', content: 'Once upon a time' }];
  const requests = [
    ['completions', { ...common, prompt: 'Once upon a time', logprobs: 2 }],
    ['chat/completions', { ...common, messages, logprobs: true, top_logprobs: 2 }],
  ] as const;
  const outcomes: Outcome[] = [];
  for (const [endpoint, body] of requests) {
    const ask = (more: object) =>
      fetch(`${direct}/v1/${endpoint}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ ...body, ...more }),
      });
    const whole: unknown = await (await ask({})).json();
    outcomes.push(told(`raw ${endpoint}`, shapeOf(firstChoice(whole))));
    const events = (await (await ask({ stream: true })).text()).matchAll(/^data: (\{.*)$/gm);
    const chunks = [...events].map(([, data]) => shapeOf(firstChoice(JSON.parse(data!))));
    outcomes.push(told(`raw ${endpoint}, chunks`, [...new Set(chunks)].join(' · ')));
  }
  return outcomes;
}

function firstChoice(answer: unknown): unknown {
  const { choices } = answer as { readonly choices?: readonly unknown[] };
  return choices === undefined ? answer : choices[0];
}

/** Names and kinds: `{ text: string, logprobs: { content: [{ id: number, … }] } }`. */
export function shapeOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${shapeOf(value.at(-1))}]`;
  const fields = Object.entries(value);
  const isTable = fields.length > 0 && fields.every(([, each]) => typeof each === 'number');
  if (isTable && !('logprob' in value)) return '{ text: number }';
  return `{ ${fields.map(([name, each]) => `${name}: ${shapeOf(each)}`).join(', ')} }`;
}
