import type { Fault } from '../../shared/fault.ts';

/** A fault's details as text; one that is missing shows as an ellipsis rather than `undefined`. */
export class Blanks {
  readonly message: string;
  readonly #detail: Readonly<Record<string, string | number>>;

  constructor(fault: Fault) {
    this.message = fault.message;
    this.#detail = fault.detail ?? {};
  }

  get(name: string): string {
    const value = this.#detail[name];
    return typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '…');
  }

  has(name: string): boolean {
    return name in this.#detail;
  }
}
