import { blankRow, priceLimits, type PriceRow } from './price-row.ts';
import type { PriceTableProps } from './price-table.tsx';

type Shown = Pick<PriceTableProps, 'rows' | 'tokens'>;

/** Made up: no model of this name, no price of anybody's. */
const whole: PriceRow = { model: 'Example A', perMillion: '2.50', currency: 'USD', asOf: '2026-11-21' };
const yen: PriceRow = { model: 'Example B', perMillion: '400', currency: '円', asOf: '2026-10-01' };

/** The states of the part, by name. */
export const priceExhibits: Readonly<Record<string, Shown>> = {
  empty: { rows: [], tokens: 1234 },
  'two prices': { rows: [whole, yen], tokens: 1_000_000 },
  'one token': { rows: [whole], tokens: 1 },
  counting: { rows: [whole], tokens: undefined },
  'half filled in': {
    rows: [
      { ...blankRow, perMillion: '3' },
      { ...blankRow, perMillion: '3', currency: 'EUR' },
    ],
    tokens: 12,
  },
  refused: {
    rows: [
      { ...whole, perMillion: '2,50' },
      { ...yen, asOf: '2026-02-30' },
    ],
    tokens: 12,
  },
  full: { rows: Array.from({ length: priceLimits.rows }, () => whole), tokens: 12 },
};
