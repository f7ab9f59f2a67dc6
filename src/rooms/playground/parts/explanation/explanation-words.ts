import {
  formatChange,
  formatCount,
  formatLogit,
  formatProbability,
} from '../../../../core/numbers/format.ts';
import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';
import type { ChainLink } from './explanation-chain.ts';

export interface LinkWords {
  /** As it stands in the line of arithmetic. */
  readonly short: string;
  /** What it means, in a sentence. */
  readonly long: string;
}

type Words = Copy<typeof en>;

export function explanationWords(link: ChainLink, { short, long }: Words): LinkWords {
  switch (link.kind) {
    case 'logit':
      return {
        short: short.logit(formatLogit(link.logit)),
        long: long.logit(formatProbability(link.probability)),
      };
    case 'bias':
      return { short: short.bias(formatChange(link.by)), long: long.bias(factor(Math.exp(link.by))) };
    case 'banned':
      return { short: short.banned, long: long.banned };
    case 'kept-best':
      return { short: short.keptBest, long: long.keptBest };
    case 'penalties':
      return { short: short.penalties(formatChange(link.by)), long: long.penalties };
    case 'temperature': {
      const temperature = formatLogit(link.temperature);
      return {
        short: short.temperature(temperature),
        long: long.temperature(temperature, formatLogit(link.after)),
      };
    }
    case 'argmax':
      return link.kept
        ? { short: short.argmaxKept, long: long.argmaxKept }
        : { short: short.argmaxRemoved, long: long.argmaxRemoved };
    case 'top-k': {
      const place = link.rank === undefined ? '?' : formatCount(link.rank);
      return link.kept
        ? { short: short.topKKept(place), long: long.topKKept(formatCount(link.k)) }
        : { short: short.topKRemoved(place), long: long.topKRemoved(formatCount(link.k)) };
    }
    case 'top-p': {
      const before = link.before === undefined ? '?' : mass(link.before);
      return link.kept
        ? { short: short.topPKept(before), long: long.topPKept(before, mass(link.p)) }
        : { short: short.topPRemoved(before), long: long.topPRemoved(before, mass(link.p)) };
    }
    case 'min-p': {
      const bar = link.bar === undefined ? '?' : formatProbability(link.bar);
      const own = formatProbability(link.probability);
      return link.kept
        ? { short: short.minPKept(bar), long: long.minPKept(own, bar) }
        : { short: short.minPRemoved(bar), long: long.minPRemoved(own, bar) };
    }
    case 'division':
      return { short: short.division(mass(link.mass)), long: long.division(mass(link.mass)) };
    case 'result':
      return {
        short: formatProbability(link.probability),
        long: link.probability === 0 ? long.zero : long.result,
      };
  }
}

/** Share of one with as many digits as tell it from its neighbours: 0.87, 0.913, 0.9996. */
function mass(share: number): string {
  const digits = share > 0.99 ? 4 : share >= 0.1 ? 3 : 4;
  return share.toFixed(digits).replace(/(\.\d\d)0+$/, '$1');
}

/** ×7.4, ×0.0025, ×1.2e+43: at most three significant digits. */
function factor(times: number): string {
  if (times === 0) return '0';
  return times >= 1e6 || times < 1e-4 ? times.toExponential(1) : String(Number(times.toPrecision(3)));
}
