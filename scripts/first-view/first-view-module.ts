import { readFile } from 'node:fs/promises';
import { loadModel } from '../../src/core/load-model.ts';
import { runPipeline } from '../../src/core/sampling/pipeline.ts';
import { loadEncoder } from '../../src/core/tokens/load-encoder.ts';
import { openingText } from '../../src/rooms/playground/playground-state.ts';
import { tokenFace } from '../../src/ui/tokens/token-face.ts';

const maker = 'trigram';
/** More than a screen shows. */
const most = 24;

/** The text of a TypeScript module that holds what the page shows before anything has loaded. */
export async function firstViewModule(): Promise<string> {
  const folder = new URL(`../../public/models/${maker}/`, import.meta.url);
  const model = await loadModel((name) => readFile(new URL(name, folder)));
  const encoder = await loadEncoder(model.encoding);
  const vocabulary = encoder.vocabularyBytes();
  const prompt = encoder.encode(openingText, 'text');
  const trace = runPipeline(model.logits(prompt), [], { prompt, rules: 'openai' });
  const rows = Array.from(trace.modelOrder.subarray(0, most), (id) => {
    const { label } = tokenFace(id, vocabulary);
    return `    [${id}, ${JSON.stringify(label)}, ${trace.model.probabilities[id]!}],\n`;
  });
  return (
    `// Made by scripts/make-first-view.ts from public/models/${maker}. Do not edit.\n` +
    `import type { FirstView } from './parts/next-token/first-view.ts';\n\n` +
    `// prettier-ignore\nexport const firstView: FirstView = {\n  maker: '${maker}',\n` +
    `  candidates: ${model.vocabularySize},\n  rows: [\n${rows.join('')}  ],\n};\n`
  );
}
