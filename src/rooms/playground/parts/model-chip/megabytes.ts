/** Bytes in millions, one decimal: `10.2`. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** A count in few characters: `9.9 M`, `812 k`, `412`. */
export function shortCount(count: number): string {
  if (count >= 1e6) return `${(count / 1e6).toFixed(1)} M`;
  return count >= 1e4 ? `${(count / 1e3).toFixed(0)} k` : String(count);
}
