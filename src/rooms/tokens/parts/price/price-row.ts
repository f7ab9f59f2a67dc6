/** One price as it was typed: a row that is half filled in is kept as it is. */
export interface PriceRow {
  readonly model: string;
  /** Per million input tokens: a plain decimal number. */
  readonly perMillion: string;
  /** Such as `USD` or `¥`. */
  readonly currency: string;
  /** The day on which the price was looked up, `2026-11-21`. */
  readonly asOf: string;
}

export const priceLimits = { rows: 20, model: 80, currency: 8, perMillion: 1_000_000 } as const;

/** What the table begins with. Prices change too often for one that is written down here to be true. */
export const blankRow: PriceRow = { model: '', perMillion: '', currency: '', asOf: '' };

/** What a row lacks before it says a cost, the first of it; the price with its date and currency when it is whole. */
export type ReadPrice =
  | { readonly ok: true; readonly perMillion: number; readonly currency: string; readonly asOf: string }
  | { readonly ok: false; readonly lacks: 'price' | 'currency' | 'date' }
  | { readonly ok: false; readonly wrong: 'price' | 'date'; readonly entry: string };

export function readPrice({ perMillion, currency, asOf }: PriceRow): ReadPrice {
  const entry = perMillion.trim();
  if (entry === '') return { ok: false, lacks: 'price' };
  const price = /^(\d+\.?\d*|\.\d+)$/.test(entry) ? Number(entry) : NaN;
  if (!(price <= priceLimits.perMillion)) return { ok: false, wrong: 'price', entry };
  if (currency.trim() === '') return { ok: false, lacks: 'currency' };
  const day = asOf.trim();
  if (day === '') return { ok: false, lacks: 'date' };
  if (!isDay(day)) return { ok: false, wrong: 'date', entry: day };
  return { ok: true, perMillion: price, currency: currency.trim(), asOf: day };
}

function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return false;
  const [year, month, day] = parts as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** What so many tokens cost as input. */
export function costOf(tokens: number, perMillion: number): number {
  return (tokens * perMillion) / 1_000_000;
}
