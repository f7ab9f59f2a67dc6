import type { TextFacts } from '../../core/tokens/text-facts.ts';

/** What the facts worker offers. */
export interface FactsCalls {
  /** Reports `FactsProgress`. */
  count(args: { readonly text: string }): TextFacts;
}
