import type { Installed } from './install.ts';
import { runToEnd, type Command } from './processes.ts';

/** A server that speaks OpenAI's protocol and runs the bundled model. */
export interface SecondServer {
  readonly name: 'llama-server' | 'llama-cpp-python';
  version(installed: Installed): Promise<string>;
  /** Listens on the port of 127.0.0.1 and calls the model `tiny`. */
  command(installed: Installed, port: number): Command;
  /** What it writes when a client has left before the end. */
  readonly noticed: RegExp;
  /** Goes with each request, because without it the likeliest token is not what temperature 0 takes. */
  readonly plain: Readonly<Record<string, number>>;
  /** Its logprobs name tokens by text alone. */
  readonly byText: boolean;
}

/** One text at a time, in the model's window; one thread, so that sums are in the same order each time. */
export const servers: readonly SecondServer[] = [
  {
    name: 'llama-server',
    async version({ llamaServer }) {
      const lines = (await runToEnd({ command: llamaServer, args: ['--version'] })).split('\n');
      return lines.find((line) => line.startsWith('version')) ?? lines[0] ?? '';
    },
    command: ({ llamaServer, model }, port) => ({
      command: llamaServer,
      args: [
        ...['--model', model, '--alias', 'tiny', '--host', '127.0.0.1', '--port', String(port)],
        ...['--ctx-size', '256', '--parallel', '1', '--threads', '1', '--threads-batch', '1'],
        // Keys and values are kept at 16 bits when nothing is said.
        ...['--cache-type-k', 'f32', '--cache-type-v', 'f32', '--flash-attn', 'off'],
        ...['--offline', '--no-ui', '--log-colors', 'off'],
      ],
    }),
    noticed: /cancel task/,
    plain: {},
    byText: false,
  },
  {
    name: 'llama-cpp-python',
    async version({ python, libraries }) {
      const say = 'import llama_cpp; print(llama_cpp.__version__)';
      const env = { LLAMA_CPP_LIB_PATH: libraries };
      return (await runToEnd({ command: python, args: ['-c', say], env })).trim();
    },
    command: ({ python, libraries, model }, port) => ({
      command: python,
      args: [
        ...['-m', 'llama_cpp.server', '--model', model, '--model_alias', 'tiny'],
        ...['--host', '127.0.0.1', '--port', String(port)],
        // Without logits_all it refuses logprobs. 0 is float32, for keys and values.
        ...['--n_ctx', '256', '--n_threads', '1', '--n_threads_batch', '1', '--logits_all', 'true'],
        ...['--type_k', '0', '--type_v', '0'],
      ],
      env: { LLAMA_CPP_LIB_PATH: libraries, PYTHONUNBUFFERED: '1' },
    }),
    noticed: /Disconnected from client/,
    // 1.1 when nothing is said.
    plain: { repeat_penalty: 1 },
    byText: true,
  },
];
