import type OpenAI from 'openai';
import { must, told, type Outcome } from '../outcome.ts';
import { likeliest } from '../reference.ts';
import { tolerance } from './probabilities.ts';
import { saidNo, type Setting } from './setting.ts';

const length = 16;
const messages = [
  { role: 'system', content: 'It was a dark night.' },
  { role: 'user', content: 'Alice looked at the door.' },
] as const;
const begun = { role: 'assistant', content: 'Then she' } as const;

/** A chat, in the bundled models' own form: the texts, with a blank line between two. */
export async function checkChat({ client, base, reference, read }: Setting): Promise<Outcome[]> {
  const { encoding } = reference;
  const textOf = (parts: readonly { readonly content: string }[]): string =>
    parts.map(({ content }) => content).join('\n\n');
  const ids = encoding.encode(`${textOf(messages)}\n\n`);
  const expected = encoding.decode(reference.greedy(ids, length).ids);
  const request = { ...base, max_tokens: length, temperature: 0, messages: [...messages] };

  const answer = await client.chat.completions.create({ ...request, logprobs: true, top_logprobs: 20 });
  const [choice] = answer.choices;
  const said = choice!.message.content ?? '';
  // A server may cut white space off an answer's ends.
  const isSame = said.trim() === expected.trim();
  const { steps } = read(choice!.logprobs);
  const own = reference.exactLogprobs(ids);
  const off = likeliest(own, 20).map(({ id, value }) =>
    Math.abs((steps[0]?.top.get(id) ?? Infinity) - value),
  );

  const streamed = await streamOf([...messages]);
  return [
    must('chat', isSame, `${JSON.stringify(said)}${isSame ? '' : `, the core ${JSON.stringify(expected)}`}`),
    must(
      'chat with logprobs',
      Math.max(...off) <= tolerance,
      `${steps.length} tokens; 20 likeliest within ${Math.max(...off).toExponential(1)} nats`,
    ),
    must('chat as a stream', streamed.text.trim() === expected.trim(), `${streamed.chunks} chunks`),
    await checkPrefill(),
  ];

  async function checkPrefill(): Promise<Outcome> {
    const all = [...messages, begun];
    const goesOn = encoding.decode(reference.greedy(encoding.encode(textOf(all)), length).ids);
    const outcomeOf = (text: string): string =>
      text.trim() === goesOn.trim()
        ? 'continued'
        : text.trim() === (begun.content + goesOn).trim()
          ? 'repeated and continued'
          : 'not continued';
    try {
      const { choices } = await client.chat.completions.create({ ...request, messages: all });
      const whole = choices[0]!.message.content ?? '';
      const streamed = await streamOf(all);
      const found = `${outcomeOf(whole)}: ${JSON.stringify(whole)}; as a stream ${outcomeOf(streamed.text)}`;
      return told('words put in its mouth', found, {
        of: 'prefill',
        is: outcomeOf(whole) !== 'not continued',
      });
    } catch (error) {
      return told('words put in its mouth', saidNo(error), { of: 'prefill', is: false });
    }
  }

  async function streamOf(
    said: OpenAI.ChatCompletionMessageParam[],
  ): Promise<{ text: string; chunks: number }> {
    let text = '';
    let chunks = 0;
    for await (const chunk of await client.chat.completions.create({
      ...request,
      messages: said,
      stream: true,
    })) {
      chunks += 1;
      text += chunk.choices[0]?.delta.content ?? '';
    }
    return { text, chunks };
  }
}
