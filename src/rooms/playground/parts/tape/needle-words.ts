/** u with three decimals, or as many as it takes not to read as 1, which a draw never is. */
export function needleWords(u: number): string {
  for (let decimals = 3; decimals < 9; decimals++) {
    const text = u.toFixed(decimals);
    if (Number(text) < 1) return text;
  }
  return String(u);
}
