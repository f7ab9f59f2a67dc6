/**
 * Compares the tokenizer with ids that training/goldens/tokens_fuzz.py wrote.
 *
 *     npm run fuzz:tokens -- FILE.jsonl …
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { encodingIds } from '../src/core/tokens/encoding-ids.ts';
import { loadEncoder } from '../src/core/tokens/load-encoder.ts';

const encoders = await Promise.all(encodingIds.map(loadEncoder));
let texts = 0;
let differences = 0;
for (const file of process.argv.slice(2)) {
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [text, ...expected] = JSON.parse(line) as [string, ...number[][]];
    texts += 1;
    encoders.forEach((encoder, i) => {
      const ids = encoder.encode(text, 'text').join();
      if (ids === expected[i]!.join()) return;
      differences += 1;
      if (differences <= 20) {
        console.log(
          `${encoder.encoding} ${JSON.stringify(text)}\n  is    ${ids}\n  wants ${expected[i]!.join()}`,
        );
      }
    });
  }
}
console.log(`${texts} texts under ${encoders.length} encodings: ${differences} differences`);
process.exitCode = differences === 0 && texts > 0 ? 0 : 1;
