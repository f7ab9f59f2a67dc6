import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

export interface Footprint {
  /** Megabytes of memory that it holds; undefined where there is no `ps`. */
  readonly memory: number | undefined;
  /** Files and sockets that it has open; undefined where there is no /proc. */
  readonly open: number | undefined;
}

export function footprintOf(pid: number): Footprint {
  return {
    memory: orUndefined(
      () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024,
    ),
    open: orUndefined(() => readdirSync(`/proc/${pid}/fd`).length),
  };
}

function orUndefined<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}
