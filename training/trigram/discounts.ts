import type { Discounts } from '../../src/core/model/trigram-tables.ts';

/**
 * Modified Kneser–Ney discounts from the counts of counts, Chen & Goodman 1999, eq. 26:
 * Y = n1 / (n1 + 2 n2), D1 = 1 − 2Y n2/n1, D2 = 2 − 3Y n3/n2, D3+ = 3 − 4Y n4/n3.
 * A text so small that one of them is undefined, or leaves (0, count), gets half a count off instead.
 */
export function discountsOf(counts: ArrayLike<number>): Discounts {
  const n = [0, 0, 0, 0, 0];
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    if (count >= 1 && count <= 4) n[count]!++;
  }
  const y = n[1]! / (n[1]! + 2 * n[2]!);
  const discount = (count: 1 | 2 | 3): number => {
    const d = count - ((count + 1) * y * n[count + 1]!) / n[count]!;
    return d > 0 && d < count ? d : 0.5;
  };
  return [discount(1), discount(2), discount(3)];
}
