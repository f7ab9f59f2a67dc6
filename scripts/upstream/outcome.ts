import type { Capabilities } from '../../shared/wire/capabilities.ts';

/** What a check has found out of that which the proxy's probe finds out too. */
export type Finding =
  | { readonly of: 'prefill' | 'logitBias' | 'echo' | 'promptIds' | 'ids' | 'seed'; readonly is: boolean }
  | { readonly of: 'temperature' | 'bias'; readonly is: boolean }
  | { readonly of: 'tokenizer'; readonly is: Capabilities['tokenizer'] };

/** What came of one check: as it must be, not so, or only told because the protocol leaves it open. */
export interface Outcome {
  readonly check: string;
  readonly verdict: 'ok' | 'failed' | 'told';
  /** What was measured. */
  readonly found: string;
  readonly finding?: Finding;
}

export function must(check: string, holds: boolean, found: string, finding?: Finding): Outcome {
  return { check, verdict: holds ? 'ok' : 'failed', found, ...(finding && { finding }) };
}

export function told(check: string, found: string, finding?: Finding): Outcome {
  return { check, verdict: 'told', found, ...(finding && { finding }) };
}

export function printOutcomes(title: string, outcomes: readonly Outcome[]): void {
  const wide = Math.max(...outcomes.map(({ check }) => check.length));
  console.log(`\n${title}\n`);
  for (const { check, verdict, found } of outcomes) {
    console.log(`  ${verdict.padEnd(6)}  ${check.padEnd(wide)}  ${found.replaceAll('\n', '⏎')}`);
  }
}
