/** One look at the validation text while training. */
export interface LogLine {
  readonly minutes: number;
  /** Tokens that were read so far. */
  readonly tokens: number;
  /** Nats per token, mean since the look before. */
  readonly train: number;
  /** Nats per token of a quarter of the unseen text, or of all of it. */
  readonly valid: number;
  readonly whole: boolean;
}

const width = 640;
const height = 320;
const frame = { left: 56, right: 20, top: 16, bottom: 44 };

/** The curves as SVG: nats per token over millions of tokens, and the trigram's loss as a line to be beaten. */
export function lossCurve(lines: readonly LogLine[], trigram: number): string {
  const last = Math.max(...lines.map(({ tokens }) => tokens));
  const losses = lines.flatMap(({ train, valid }) => [train, valid]).concat(trigram);
  const low = Math.floor(Math.min(...losses) * 2) / 2;
  const high = Math.ceil(Math.max(...losses) * 2) / 2;
  const x = (tokens: number): number => frame.left + (tokens / last) * (width - frame.left - frame.right);
  const y = (nats: number): number =>
    frame.top + ((high - nats) / (high - low)) * (height - frame.top - frame.bottom);
  const path = (points: readonly LogLine[], of: (line: LogLine) => number): string =>
    points
      .map((line, i) => `${i === 0 ? 'M' : 'L'}${x(line.tokens).toFixed(1)} ${y(of(line)).toFixed(1)}`)
      .join('');
  const marks = Array.from({ length: Math.round((high - low) * 2) + 1 }, (_, i) => low + i / 2);
  const step = Math.ceil(last / 6e6) * 1e6;
  const steps = Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);
  const parts = lines.filter(({ whole }) => !whole);
  const end = lines.at(-1)!;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#444">
<title>Loss in nats per token over millions of tokens read: training ${end.train.toFixed(2)} and unseen text ${end.valid.toFixed(2)} at the end; the trigram model ${trigram.toFixed(2)}</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${marks.map((nats) => `<path d="M${frame.left} ${y(nats)}H${width - frame.right}" stroke="#ddd"/><text x="${frame.left - 8}" y="${y(nats) + 4}" text-anchor="end">${nats.toFixed(1)}</text>`).join('\n')}
${steps.map((tokens) => `<text x="${x(tokens).toFixed(1)}" y="${height - frame.bottom + 18}" text-anchor="middle">${(tokens / 1e6).toFixed(0)}</text>`).join('\n')}
<text x="${width / 2}" y="${height - 8}" text-anchor="middle">millions of tokens read</text>
<text x="14" y="${height / 2}" text-anchor="middle" transform="rotate(-90 14 ${height / 2})">nats per token</text>
<path d="M${frame.left} ${y(trigram).toFixed(1)}H${width - frame.right}" stroke="#888" stroke-dasharray="4 4"/>
<text x="${width - frame.right}" y="${(y(trigram) - 6).toFixed(1)}" text-anchor="end">trigram</text>
<path d="${path(lines, ({ train }) => train)}" fill="none" stroke="#7a8fb8" stroke-width="2"/>
<path d="${path(parts, ({ valid }) => valid)}" fill="none" stroke="#b4432e" stroke-width="2"/>
<text x="${frame.left + 60}" y="${frame.top + 14}" fill="#5a6f98">training text, with dropout</text>
<text x="${frame.left + 60}" y="${frame.top + 32}" fill="#b4432e">a quarter of the unseen text</text>
<circle cx="${x(end.tokens).toFixed(1)}" cy="${y(end.valid).toFixed(1)}" r="4" fill="#b4432e"/>
<text x="${(x(end.tokens) - 8).toFixed(1)}" y="${(y(end.valid) - 8).toFixed(1)}" text-anchor="end" fill="#b4432e">all of it, at the end: ${end.valid.toFixed(2)}</text>
</svg>
`;
}
