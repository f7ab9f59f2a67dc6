import { readFileSync } from 'node:fs';
import { must, told, type Outcome } from '../outcome.ts';
import { likeliest } from '../reference.ts';
import { prompts, saidNo, type Setting } from './setting.ts';

/**
 * Nats, of every logprob. The weights are the same numbers; what is left is rounding on the way, most of it llama.cpp's table for GELU:
 * docs/upstream-test.md tells what was measured.
 */
export const tolerance = 0.003;

/** Next-token logprobs of every id that the server tells, against the core's. */
export async function checkProbabilities(setting: Setting): Promise<Outcome[]> {
  const { client, base, reference, read } = setting;
  const { encoding } = reference;
  const license = encoding.encode(readFileSync(new URL('../../../LICENSE', import.meta.url), 'utf8'));
  const all = [...prompts, encoding.decode(license.slice(0, 200))];
  const worst = { page: 0, exact: 0, among20: 0, apart: 0 };
  let compared = 0;
  let lost = 0;
  let hasIds = true;
  for (const prompt of all) {
    const ids = encoding.encode(prompt);
    const request = { ...base, prompt, max_tokens: 1, temperature: 0, logprobs: encoding.size };
    const answer = await client.completions.create(request);
    const logprobs = read(answer.choices[0]!.logprobs);
    const [step] = logprobs.steps;
    const page = reference.logprobs(ids);
    const exact = reference.exactLogprobs(ids);
    const among20 = new Set(likeliest(exact, 20).map(({ id }) => id));
    let apart = 0;
    for (const [id, logprob] of step!.top) {
      const off = Math.abs(logprob - exact[id]!);
      worst.exact = Math.max(worst.exact, off);
      worst.page = Math.max(worst.page, Math.abs(logprob - page[id]!));
      if (among20.has(id)) worst.among20 = Math.max(worst.among20, off);
      apart += Math.abs(Math.exp(logprob) - Math.exp(exact[id]!)) / 2;
    }
    worst.apart = Math.max(worst.apart, apart);
    compared += step!.top.size;
    lost += step!.lost;
    hasIds &&= logprobs.ids;
  }
  const nats = (value: number): string => value.toExponential(1);
  const isNear = worst.page <= tolerance && worst.exact <= tolerance;
  return [
    must(
      'next-token logprobs',
      isNear && compared > 0.97 * all.length * encoding.size,
      `${compared} of ${all.length} × ${encoding.size}, ${lost} more that cannot be told apart; at most ${nats(worst.exact)} nats from the core in float32 (${nats(worst.among20)} among its 20 likeliest, total variation ${nats(worst.apart)}), ${nats(worst.page)} from the page's int8 kernel`,
    ),
    told('ids in logprobs', hasIds ? 'yes' : 'no', { of: 'ids', is: hasIds }),
    await checkTemperature(setting),
    await checkEcho(setting),
  ];
}

async function checkTemperature({ client, base, reference, read }: Setting): Promise<Outcome> {
  const prompt = prompts[0]!;
  const [first] = likeliest(reference.exactLogprobs(reference.encoding.encode(prompt)), 1);
  const request = { ...base, prompt, max_tokens: 1, temperature: 0.25, seed: 1, logprobs: 5 };
  const answer = await client.completions.create(request);
  const found = read(answer.choices[0]!.logprobs).steps[0]!.top.get(first!.id);
  const isAfter = found === undefined || Math.abs(found - first!.value) > tolerance;
  return told(
    'logprobs at temperature 0.25',
    `${found?.toFixed(4)}, the model's own ${first!.value.toFixed(4)}: ${isAfter ? 'after' : 'before'} temperature`,
    { of: 'temperature', is: isAfter },
  );
}

/** With `echo`, the prompt's own tokens and what the model says of each after those before it. */
async function checkEcho({ client, base, reference, read }: Setting): Promise<Outcome> {
  const prompt = prompts[2]!;
  const ids = reference.encoding.encode(prompt);
  try {
    const request = { ...base, prompt, max_tokens: 1, temperature: 0, echo: true, logprobs: 5 };
    const { steps } = read((await client.completions.create(request)).choices[0]!.logprobs);
    if (steps.length < ids.length)
      return told('echo with logprobs', `${steps.length} tokens for a prompt of ${ids.length}`, {
        of: 'echo',
        is: false,
      });
    /** How many of those with something before them are what the model says of them after `seen(at)` tokens. */
    const fitting = (seen: (at: number) => number): number =>
      steps.slice(1, ids.length).filter(({ logprob }, i) => {
        const says = reference.exactLogprobs(ids.slice(0, seen(i + 1)))[ids[i + 1]!]!;
        return Math.abs((logprob ?? Infinity) - says) <= tolerance;
      }).length;
    const right = fitting((at) => at);
    const found = `${steps.length} tokens for ${ids.length} and one more; of ${ids.length - 1} logprobs ${right} are the token's, ${fitting((at) => at + 1)} what the model says of it in the place after`;
    return told('echo with logprobs', found, { of: 'echo', is: right === ids.length - 1 });
  } catch (error) {
    return told('echo with logprobs', saidNo(error), { of: 'echo', is: false });
  }
}
