import { must, told, type Outcome } from '../outcome.ts';
import { likeliest } from '../reference.ts';
import { tolerance } from './probabilities.ts';
import { prompts, type Setting } from './setting.ts';

/** The likeliest id banned, and an unlikely one forced. */
export async function checkBias({ client, base, reference, read }: Setting): Promise<Outcome[]> {
  const { encoding } = reference;
  const prompt = prompts[0]!;
  const own = reference.exactLogprobs(encoding.encode(prompt));
  const [first, second] = likeliest(own, 2);
  const ask = async (bias: Record<string, number>) => {
    const answer = await client.completions.create({
      ...base,
      prompt,
      max_tokens: 1,
      temperature: 0,
      logit_bias: bias,
      logprobs: 5,
    });
    const { text, logprobs } = answer.choices[0]!;
    return { text, step: read(logprobs).steps[0]! };
  };
  const text = (id: number): string => JSON.stringify(encoding.decode([id]));

  const banned = await ask({ [first!.id]: -100 });
  const unlikely = encoding.encode(' Wikipedia')[0]!;
  const forced = await ask({ [unlikely]: 100 });
  const reported = banned.step.top.get(first!.id);
  const isAfter = reported === undefined || Math.abs(reported - first!.value) > tolerance;
  const bans = banned.text === encoding.decode([second!.id]);
  return [
    must('a bias of −100 bans', bans, `${text(first!.id)} banned: ${JSON.stringify(banned.text)}`, {
      of: 'logitBias',
      is: bans,
    }),
    must(
      'a bias of 100 forces',
      forced.text === encoding.decode([unlikely]),
      `${JSON.stringify(forced.text)}, of which the model itself says ${Math.exp(own[unlikely]!).toExponential(1)}`,
    ),
    told(
      'logprobs under a bias',
      `of the banned token ${reported?.toFixed(4) ?? 'none'}, the model's own ${first!.value.toFixed(4)}: ${isAfter ? 'after' : 'before'} bias`,
      { of: 'bias', is: isAfter },
    ),
  ];
}
