import { told, type Outcome } from '../outcome.ts';
import { likeliest } from '../reference.ts';
import { prompts, type Setting } from './setting.ts';

const draws = 60;
const temperature = 2;

/** Whether temperature alone is all that is done to the distribution: how many draws are beyond the 40 likeliest. */
export async function checkDraws({ client, base, reference }: Setting): Promise<Outcome[]> {
  const { encoding } = reference;
  const prompt = prompts[0]!;
  const own = reference.exactLogprobs(encoding.encode(prompt));
  const tops = likeliest(own, 40);
  const texts = new Set(tops.map(({ id }) => encoding.decode([id])));
  const weight = (values: Iterable<number>): number =>
    [...values].reduce((sum, value) => sum + Math.exp(value / temperature), 0);
  const beyond = 1 - weight(tops.map(({ value }) => value)) / weight(own);

  const count = async (more: object): Promise<number> => {
    let outside = 0;
    for (let seed = 1; seed <= draws; seed++) {
      const request = { ...base, prompt, max_tokens: 1, temperature, seed, ...more };
      const { choices } = await client.completions.create(request);
      if (!texts.has(choices[0]!.text)) outside += 1;
    }
    return outside;
  };
  const unasked = await count({});
  const whole = await count({ top_k: 0, top_p: 1, min_p: 0 });
  return [
    told(
      `${draws} draws at temperature ${temperature}`,
      `${unasked} beyond the 40 likeliest, ${whole} with top_k 0, top_p 1 and min_p 0; the distribution has ${(100 * beyond).toFixed(0)} % there`,
    ),
  ];
}
