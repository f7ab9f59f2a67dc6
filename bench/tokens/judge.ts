import type { CaseName } from './cases.ts';
import { type Column, type Results } from './results.ts';

export interface Verdict {
  /** Undefined when it is only reported. */
  readonly passes: boolean | undefined;
  readonly text: string;
}

const inJavaScript: readonly Column[] = ['js-tiktoken', 'gpt-tokenizer', 'ai-tokenizer'];
const peers: readonly Column[] = [...inJavaScript, 'tiktoken (WASM)'];
const hostileMs = 80;

/** The bars for one case, from the medians. */
export function judge(results: Results, name: CaseName, isHostile: boolean): Verdict[] {
  const ours = results.cold('ours', name)!;
  const fastest = (columns: readonly Column[]): { column: Column; time: number } =>
    columns
      .map((column) => ({ column, time: results.cold(column, name) ?? Infinity }))
      .reduce((a, b) => (b.time < a.time ? b : a));
  const atLeast = (factor: number, columns: readonly Column[], label: string): Verdict => {
    const { column, time } = fastest(columns);
    return {
      passes: time / ours >= factor,
      text: `${name}: ${(time / ours).toFixed(1)} × ${label} (${column}); the bar is ${factor} ×`,
    };
  };
  const verdicts: Verdict[] = [];
  if (isHostile) {
    verdicts.push({
      passes: ours <= hostileMs,
      text: `${name}: ${ours.toFixed(1)} ms; the bar is ${hostileMs} ms`,
    });
  } else if (name === 'japanese') {
    verdicts.push(atLeast(2.5, peers, 'the fastest'), atLeast(8, inJavaScript, 'the fastest in JavaScript'));
  } else {
    verdicts.push(atLeast(4, peers, 'the fastest'));
  }
  const native = results.cold('Python', name);
  if (native !== undefined) {
    verdicts.push({ passes: undefined, text: `${name}: ${(native / ours).toFixed(1)} × Python's tiktoken` });
  }
  const reference = results.hash('tiktoken (WASM)', name) ?? results.hash('Python', name);
  if (reference !== undefined) {
    const passes = reference === results.hash('ours', name);
    verdicts.push({ passes, text: `${name}: ids are ${passes ? '' : 'not '}tiktoken's` });
  }
  return verdicts;
}
