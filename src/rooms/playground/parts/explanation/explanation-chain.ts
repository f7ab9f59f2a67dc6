import type { Logit, Probability } from '../../../../core/numbers/units.ts';
import type { ExplanationStep, TokenExplanation } from '../../../../core/sampling/trace.ts';

/** One link of the arithmetic from the model's score to the probability that is drawn from. */
export type ChainLink =
  | {
      readonly kind: 'logit';
      readonly logit: Logit;
      readonly probability: Probability;
      readonly rank: number;
    }
  | { readonly kind: 'bias'; readonly by: number }
  | { readonly kind: 'banned' }
  | { readonly kind: 'kept-best' }
  | { readonly kind: 'penalties'; readonly by: number }
  | { readonly kind: 'temperature'; readonly temperature: number; readonly after: Logit }
  | { readonly kind: 'argmax'; readonly kept: boolean }
  | { readonly kind: 'top-k'; readonly kept: boolean; readonly k: number; readonly rank: number | undefined }
  | {
      readonly kind: 'top-p';
      readonly kept: boolean;
      readonly p: number;
      readonly before: number | undefined;
    }
  | {
      readonly kind: 'min-p';
      readonly kept: boolean;
      readonly probability: Probability;
      readonly bar: Probability | undefined;
    }
  | { readonly kind: 'division'; readonly mass: Probability }
  | { readonly kind: 'result'; readonly probability: Probability };

/** Only what had an effect or a say: neutral stages are left out, and nothing follows the stage that removed the token. */
export function explanationChain(explanation: TokenExplanation): readonly ChainLink[] {
  const links: ChainLink[] = [
    {
      kind: 'logit',
      logit: explanation.modelLogit,
      probability: explanation.modelProbability,
      rank: explanation.modelRank,
    },
  ];
  let removed = false;
  for (const step of explanation.steps) {
    if (step.outcome === 'unchanged') continue;
    links.push(linkOf(step));
    removed = step.outcome === 'removed';
    if (removed) break;
  }
  if (!removed && explanation.keptMass < 1 - 1e-9) {
    links.push({ kind: 'division', mass: explanation.keptMass });
  }
  links.push({ kind: 'result', probability: explanation.finalProbability });
  return links;
}

function linkOf(step: ExplanationStep): ChainLink {
  const kept = step.outcome !== 'removed';
  const { params } = step;
  switch (params.stage) {
    case 'logit-bias':
      // A bias stage that had to choose is one that banned everything.
      if (step.outcome === 'kept') return { kind: 'kept-best' };
      return kept ? { kind: 'bias', by: step.logitAfter - step.logitBefore } : { kind: 'banned' };
    case 'penalties':
      return { kind: 'penalties', by: step.logitAfter - step.logitBefore };
    case 'temperature':
      return step.outcome === 'changed'
        ? { kind: 'temperature', temperature: params.temperature, after: step.logitAfter }
        : { kind: 'argmax', kept };
    case 'top-k':
      return { kind: 'top-k', kept, k: params.k, rank: step.measure };
    case 'top-p':
      return { kind: 'top-p', kept, p: params.p, before: step.measure };
    case 'min-p':
      return { kind: 'min-p', kept, probability: step.probabilityBefore, bar: step.measure };
  }
}
