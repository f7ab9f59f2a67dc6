import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const usage = `npm run model:trigram -- --corpus DIR [--out DIR] [--max-bytes N] [--check]

  --corpus DIR     a folder with train.txt and valid.txt
  --out DIR        where the model goes; without it public/models/trigram, and its card is brought up to date
  --max-bytes N    what its files may take together; without it 3000000
  --check          builds nothing: measures the model in --out on valid.txt and compares with its manifest`;

export interface Options {
  readonly corpus: string;
  readonly out: string;
  readonly maxBytes: number;
  readonly check: boolean;
  /** The card to bring up to date, when the model goes to its own place. */
  readonly card: string | undefined;
}

/** From the arguments of a command line. Throws an Error that says what is accepted. */
export function readOptions(args: readonly string[]): Options {
  const { corpus, out, check, maxBytes } = parse(args);
  if (corpus === undefined) throw new Error(`--corpus is missing\n\n${usage}`);
  if (!/^\d+$/.test(maxBytes))
    throw new Error(`--max-bytes takes a number of bytes, not ${maxBytes}\n\n${usage}`);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  return {
    corpus: resolve(corpus),
    out: resolve(out ?? join(root, 'public/models/trigram')),
    maxBytes: Number(maxBytes),
    check,
    card: out === undefined ? join(root, 'docs/model-cards/trigram.md') : undefined,
  };
}

function parse(args: readonly string[]): {
  corpus: string | undefined;
  out: string | undefined;
  check: boolean;
  maxBytes: string;
} {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        corpus: { type: 'string' },
        out: { type: 'string' },
        check: { type: 'boolean' },
        'max-bytes': { type: 'string' },
      },
    });
    const { corpus, out, check = false, 'max-bytes': maxBytes = '3000000' } = values;
    return { corpus, out, check, maxBytes };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}\n\n${usage}`, { cause: error });
  }
}
