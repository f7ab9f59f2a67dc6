/**
 * An amount of money with at least two decimals, and with more until three digits show: `12.50`, `0.0325`, `0.00000250`.
 * `0` of nothing alone. A comma between thousands.
 */
export function formatCost(amount: number): string {
  if (amount === 0) return '0';
  const decimals = Math.min(12, Math.max(2, 2 - Math.floor(Math.log10(amount))));
  const [whole, fraction] = amount.toFixed(decimals).split('.') as [string, string];
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}
