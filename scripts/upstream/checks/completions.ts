import { must, told, type Outcome } from '../outcome.ts';
import { prompts, saidNo, type Setting } from './setting.ts';

const length = 20;

/** Of the list, completions and a stream: is what comes the same as the core's? */
export async function checkCompletions(setting: Setting): Promise<Outcome[]> {
  const { client, base, reference } = setting;
  const { data } = await client.models.list();
  const ids = data.map(({ id }) => id);
  const isListed = ids.includes(base.model) && ids.includes('tiny');
  return [
    must('listed', isListed, ids.join(', ')),
    await checkLikeliest(setting),
    told('the same as it comes', await unasked()),
    await checkStream(setting),
    await checkIds(setting),
    await checkSeed(setting),
    await checkLength(setting),
  ];

  /** Without what `base` adds. */
  async function unasked(): Promise<string> {
    let equal = 0;
    for (const prompt of prompts) {
      const request = { model: base.model, prompt, max_tokens: length, temperature: 0 };
      const { choices } = await client.completions.create(request);
      const expected = reference.greedy(reference.encoding.encode(prompt), length).ids;
      if (choices[0]!.text === reference.encoding.decode(expected)) equal += 1;
    }
    return `${equal} of ${prompts.length}, with nothing but temperature 0 in the request`;
  }
}

async function checkLikeliest({ client, base, reference }: Setting): Promise<Outcome> {
  const { encoding } = reference;
  let narrowest = Infinity;
  const differ: string[] = [];
  for (const prompt of prompts) {
    const ids = encoding.encode(prompt);
    const expected = reference.greedy(ids, length);
    const request = { ...base, prompt, max_tokens: length, temperature: 0 };
    const { choices, usage } = await client.completions.create(request);
    const isCounted = usage?.prompt_tokens === ids.length && usage.completion_tokens === length;
    narrowest = Math.min(narrowest, expected.narrowest);
    if (!isCounted || choices[0]!.text !== encoding.decode(expected.ids))
      differ.push(`${prompt}: ${choices[0]!.text} (${JSON.stringify(usage)})`);
  }
  const equal = prompts.length - differ.length;
  const found = `${equal} of ${prompts.length} × ${length} tokens, and their counts; the second likeliest was never nearer than ${narrowest.toFixed(4)} nats`;
  const finding = differ.length === 0 ? ({ of: 'tokenizer', is: 'r50k_base' } as const) : undefined;
  return must('likeliest continuations', differ.length === 0, [found, ...differ].join(' · '), finding);
}

async function checkStream({ client, base, read }: Setting): Promise<Outcome> {
  const request = { ...base, prompt: prompts[0]!, max_tokens: 12, temperature: 0, logprobs: 2 };
  const whole = await client.completions.create(request);
  const options = { stream: true, stream_options: { include_usage: true } } as const;
  const stream = await client.completions.create({ ...request, ...options });
  let text = '';
  let chunks = 0;
  let steps = 0;
  let used: number | undefined;
  for await (const chunk of stream) {
    chunks += 1;
    const [choice] = chunk.choices;
    text += choice?.text ?? '';
    if (choice?.logprobs) steps += read(choice.logprobs).steps.length;
    used = chunk.usage?.completion_tokens ?? used;
  }
  const found = `${chunks} chunks, logprobs of ${steps} tokens, usage ${used ?? 'not told'}`;
  return must('stream', text === whole.choices[0]!.text && steps === 12, found);
}

async function checkIds({ client, base, reference }: Setting): Promise<Outcome> {
  const prompt = reference.encoding.encode(prompts[0]!);
  try {
    const answer = await client.completions.create({ ...base, prompt, max_tokens: 8, temperature: 0 });
    const isSame = answer.choices[0]!.text === reference.encoding.decode(reference.greedy(prompt, 8).ids);
    const found = isSame ? 'taken, and continued the same' : 'continued otherwise';
    return told('a prompt of ids', found, { of: 'promptIds', is: isSame });
  } catch (error) {
    return told('a prompt of ids', saidNo(error), { of: 'promptIds', is: false });
  }
}

async function checkSeed({ client, base }: Setting): Promise<Outcome> {
  const ask = async (seed: number): Promise<string> => {
    const request = { ...base, prompt: prompts[0]!, max_tokens: 16, temperature: 1, seed };
    return (await client.completions.create(request)).choices[0]!.text;
  };
  const [first, again, other] = [await ask(5), await ask(5), await ask(6)];
  const holds = first === again && first !== other;
  const found = `seed 5 ${first === again ? 'the same' : 'not the same'} twice, seed 6 ${first === other ? 'no other' : 'another'}`;
  return told('seed', found, { of: 'seed', is: holds });
}

async function checkLength({ client, base }: Setting): Promise<Outcome> {
  try {
    const prompt = ' and then'.repeat(150);
    const { usage } = await client.completions.create({ ...base, prompt, max_tokens: 1 });
    return told('a prompt of 300 tokens', `taken: ${JSON.stringify(usage)}`);
  } catch (error) {
    return told('a prompt of 300 tokens', saidNo(error));
  }
}
