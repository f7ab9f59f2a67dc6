import type { CaseName } from './cases.ts';
import type { LibraryName } from './libraries.ts';

export type Column = LibraryName | 'Python';

export interface Measurement {
  /** Milliseconds. */
  readonly load: number;
  readonly cold: number;
  readonly warm: number;
  readonly tokens: number;
  /** SHA-256 of the ids. */
  readonly hash: string;
}

/** Measurements longer than this many milliseconds are not repeated. */
const slow = 2000;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

export class Results {
  readonly columns: readonly Column[];
  readonly #limit: number;
  readonly #all = new Map<string, (Measurement | 'beyond limit' | 'not there')[]>();

  constructor(columns: readonly Column[], limit: number) {
    this.columns = columns;
    this.#limit = limit;
  }

  add(column: Column, name: CaseName, measurement: Measurement | 'beyond limit' | 'not there'): void {
    const key = `${column}|${name}`;
    this.#all.set(key, [...(this.#all.get(key) ?? []), measurement]);
  }

  #of(column: Column, name: CaseName): Measurement[] {
    return (this.#all.get(`${column}|${name}`) ?? []).filter((m) => typeof m === 'object');
  }

  isSlow(column: Column, name: CaseName): boolean {
    const list = this.#all.get(`${column}|${name}`) ?? [];
    return column !== 'ours' && list.some((m) => typeof m === 'string' || m.cold > slow);
  }

  /** Median in ms, Infinity beyond the limit, undefined when the library is not installed. */
  cold(column: Column, name: CaseName): number | undefined {
    const list = this.#of(column, name);
    if (list.length > 0) return median(list.map((m) => m.cold));
    return this.#all.get(`${column}|${name}`)?.includes('beyond limit') === true ? Infinity : undefined;
  }

  hash(column: Column, name: CaseName): string | undefined {
    return this.#of(column, name)[0]?.hash;
  }

  table(cases: readonly CaseName[]): string {
    const cell = (column: Column, name: CaseName): string => {
      const cold = this.cold(column, name);
      if (cold === undefined) return '–';
      if (cold === Infinity) return `> ${this.#limit} s`;
      const differs = this.hash(column, name) === this.hash('ours', name) ? '' : ' *';
      const warm = median(this.#of(column, name).map((m) => m.warm));
      return `${cold.toFixed(1)} (${warm.toFixed(1)})${differs}`;
    };
    const rows = [
      ['', ...this.columns],
      ...cases.map((name) => [name, ...this.columns.map((c) => cell(c, name))]),
    ];
    const loads = this.columns.map((column) => {
      const list = cases.flatMap((name) => this.#of(column, name).map((m) => m.load));
      return list.length === 0 ? '–' : median(list).toFixed(0);
    });
    rows.push(['load', ...loads]);
    const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
    const lines = rows.map((row) => row.map((text, i) => text.padStart(widths[i]!)).join('  '));
    return `${lines.join('\n')}\n\n* other ids than ours\n`;
  }
}
