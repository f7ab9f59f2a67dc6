import type { LoadReport } from './run-load.ts';

/** Megabytes that the second half of the load may add to what the first half has reached. */
const mostGrowth = 64;
/** Milliseconds for /healthz when the load is over. */
const mostHealth = 100;
/** Files and sockets more than before: what the server keeps open for itself. */
const mostLeftOpen = 10;

/** What the server did not do well under load; empty when all is well. */
export function judgeLoad(report: LoadReport): readonly string[] {
  const { deeds, hanging, connections, running, health, leaked, surprises } = report;
  const wrong = [...deeds.values()].reduce((sum, each) => sum + each.wrong, 0);
  const never = [...deeds].filter(([, { done }]) => done === 0).map(([name]) => name);
  const { growth, leftOpen } = growthOf(report);
  return [
    wrong > 0 && `${wrong} answers were not as they are to be: ${surprises.join('; ')}`,
    never.length > 0 && `never done: ${never.join(', ')}`,
    hanging > 0 && `${hanging} requests did not end`,
    running > 0 && `the upstream was still answering ${running} requests for nobody`,
    connections.left > 0 && `${connections.left} connections to the upstream stayed open`,
    health.after > mostHealth && `/healthz took ${health.after.toFixed(0)} ms afterwards`,
    growth > mostGrowth && `the second half added ${growth.toFixed(0)} MB`,
    leftOpen > mostLeftOpen && `${leftOpen} files and sockets more are open than before`,
    leaked.length > 0 && 'a key, a token or the upstream’s address was told',
  ].filter((fault) => fault !== false);
}

/** Megabytes from the peak of the first half to that of the second, and what is open now that was not before; 0 where it cannot be known. */
export function growthOf({ use }: LoadReport): { readonly growth: number; readonly leftOpen: number } {
  const peak = (some: LoadReport['use']): number => Math.max(...some.map(({ memory }) => memory ?? 0));
  const half = Math.ceil(use.length / 2);
  return {
    growth: peak(use.slice(half)) - peak(use.slice(0, half)),
    leftOpen: (use.at(-1)?.open ?? 0) - (use[0]?.open ?? 0),
  };
}
