import type { Probability } from '../../../../core/numbers/units.ts';
import type { SampledToken } from '../../../../core/partial/partial-distribution.ts';
import type { SamplePath } from '../../../../engines/live/live-client.ts';

export interface OverlaidToken {
  readonly token: SampledToken;
  /** Mean of what was reported with it: the same model need not say the same twice. Undefined when nothing was. */
  readonly probability: Probability | undefined;
}

/** Paths that ended at one place for one reason. */
export interface PathEnd {
  readonly finish: string | undefined;
  readonly count: number;
  /** Of the paths that came as far as here. */
  readonly share: Probability;
  /** The first of them. */
  readonly path: SamplePath;
}

export interface OverlayBranch {
  /** Its own among its sisters. */
  readonly key: string;
  /** At least one; several where all paths that take the first take the others as well. */
  readonly tokens: readonly OverlaidToken[];
  readonly count: number;
  /** Of the paths that came as far as here. */
  readonly share: Probability;
  /** By falling count, equals as they came; with `ends` they make up `count`. */
  readonly children: readonly OverlayBranch[];
  /** After the last of `tokens`. */
  readonly ends: readonly PathEnd[];
}

export interface Overlay {
  readonly count: number;
  /** How many of them are different in their tokens. */
  readonly different: number;
  readonly children: readonly OverlayBranch[];
  /** Paths without a token. */
  readonly ends: readonly PathEnd[];
}

interface Growing {
  readonly key: string;
  readonly token: SampledToken | undefined;
  count: number;
  /** Sum of the probabilities that were told, and how many. */
  sum: number;
  told: number;
  readonly children: Map<string, Growing>;
  readonly ends: Map<string | undefined, Omit<PathEnd, 'share'>>;
}

/** Lays paths over one another: equal beginnings become one, with counts. */
export function overlay(paths: readonly SamplePath[]): Overlay {
  const root = grow('', undefined);
  let different = 0;
  for (const path of paths) {
    let at = root;
    root.count++;
    for (const token of tokensOf(path)) {
      const key = keyOf(token);
      let next = at.children.get(key);
      if (next === undefined) at.children.set(key, (next = grow(key, token)));
      next.count++;
      if (token.logprob !== undefined) {
        next.sum += Math.exp(token.logprob);
        next.told++;
      }
      at = next;
    }
    if (at.ends.size === 0) different++;
    const before = at.ends.get(path.finish) ?? { finish: path.finish, count: 0, path };
    at.ends.set(path.finish, { ...before, count: before.count + 1 });
  }
  return { count: paths.length, different, children: branches(root), ends: endsOf(root) };
}

/** Where only the text was told, it counts as one token. */
function tokensOf({ steps, text }: SamplePath): readonly SampledToken[] {
  if (steps.length > 0 || text === '') return steps.map((step) => step.token);
  return [{ text, bytes: undefined, id: undefined, logprob: undefined }];
}

function keyOf({ id, bytes, text }: SampledToken): string {
  if (id !== undefined) return `#${id}`;
  return bytes === undefined ? `"${text}` : `x${bytes.join(' ')}`;
}

function grow(key: string, token: SampledToken | undefined): Growing {
  return { key, token, count: 0, sum: 0, told: 0, children: new Map(), ends: new Map() };
}

function branches(parent: Growing): readonly OverlayBranch[] {
  return byCount(parent.children.values()).map((first) => {
    const tokens = [overlaid(first)];
    let last = first;
    for (let next = onlyWay(last); next !== undefined; next = onlyWay(next)) {
      tokens.push(overlaid(next));
      last = next;
    }
    return {
      key: first.key,
      tokens,
      count: first.count,
      share: first.count / parent.count,
      children: branches(last),
      ends: endsOf(last),
    };
  });
}

function endsOf({ count, ends }: Growing): readonly PathEnd[] {
  return byCount(ends.values()).map((end) => ({ ...end, share: end.count / count }));
}

/** The next token when all paths take the same. */
function onlyWay({ children, ends }: Growing): Growing | undefined {
  if (ends.size > 0 || children.size !== 1) return undefined;
  const [next] = children.values();
  return next;
}

function overlaid({ token, sum, told }: Growing): OverlaidToken {
  return { token: token!, probability: told === 0 ? undefined : Math.min(1, sum / told) };
}

/** `subtle:` the sort is stable, so equals stay in the order in which they came. */
function byCount<T extends { readonly count: number }>(all: Iterable<T>): T[] {
  return [...all].toSorted((a, b) => b.count - a.count);
}
