import type { Exchange } from '../../../../engines/live/exchange.ts';
import type { RawPanelProps } from './raw-panel.tsx';

const origin = 'http://localhost:8787';

/** What a server gives for one token, with a top list of `top` entries. */
function answer(top: number): string {
  const entry = (at: number) => ({ token: ` word${at}`, logprob: -1 - at / 4, bytes: [32, 119, at % 256] });
  const list = Array.from({ length: top }, (_, at) => entry(at));
  return JSON.stringify({
    id: 'cmpl-1',
    choices: [
      {
        text: ' word0',
        finish_reason: 'length',
        logprobs: { content: [{ ...entry(0), top_logprobs: list }] },
      },
    ],
    usage: { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 },
  });
}

const asked: Exchange = {
  method: 'POST',
  path: '/v1/completions',
  requestBody: {
    model: 'embedded/tiny',
    prompt: 'Once upon a time, there was a',
    max_tokens: 1,
    logprobs: 5,
    temperature: 1,
  },
  status: 200,
  responseBody: answer(5),
  milliseconds: 412.3,
  requestId: 'req-7f3a',
};

const models: Exchange = {
  method: 'GET',
  path: '/v1/models',
  requestBody: undefined,
  status: 200,
  responseBody: '{"object":"list","data":[{"id":"embedded/tiny","object":"model"}]}',
  milliseconds: 3,
  requestId: undefined,
};

const stream: Exchange = {
  ...asked,
  path: '/v1/chat/completions',
  responseBody: 'data: {"choices":[{"delta":{"content":" king"}}]}\n\ndata: [DONE]\n\n',
};

const refused: Exchange = { ...asked, status: 502, responseBody: 'Bad Gateway', requestId: 'req-7f3b' };

const unanswered: Exchange = {
  ...asked,
  status: undefined,
  responseBody: '',
  milliseconds: 30_000,
  requestId: undefined,
};

/** The states of the part, by name. */
export const rawExhibits: Readonly<Record<string, RawPanelProps>> = {
  full: { exchanges: [asked, stream, models], origin, onClear: () => undefined },
  'long answer': { exchanges: [{ ...asked, responseBody: answer(400) }], origin },
  'no answer': { exchanges: [unanswered, asked], origin },
  refused: { exchanges: [refused], origin },
  'older ones let go': { exchanges: Array.from({ length: 50 }, () => ({ ...asked })), asked: 1234, origin },
  empty: { exchanges: [], origin },
};
