import type { TokenId } from '../../../core/numbers/units.ts';
import { formatProbability } from '../../../core/numbers/format.ts';
import { barScale, type ScaleKind } from '../parts/next-token/bar-scale.ts';
import type { Candidate, CandidateTable } from '../parts/next-token/select-candidates.ts';
import type { CandidateStatus } from '../selectors/candidate-status.ts';
import type { ChartPalette } from './chart-palette.ts';
import { hatchLines, textWidth, type Scene, type Shape, type TextShape } from './chart-scene.ts';
import { oklchToHex } from '../../../ui/oklch-to-hex.ts';

export interface ChartWords {
  readonly title: string;
  /** Model, text, settings: one line. */
  readonly subtitle: string;
  readonly token: string;
  readonly model: string;
  readonly final: string;
  readonly status: string;
  readonly outline: string;
  readonly filled: string;
  readonly everythingElse: string;
  readonly restStatus: string;
  readonly statusOf: (status: CandidateStatus) => string;
  readonly labelOf: (id: TokenId) => string;
}

const width = 960;
const margin = 24;
const rowHeight = 30;
const top = 118;
/** Left edges of the bars and of the status; right edges of both numbers. */
const at = { bars: 190, barsEnd: 590, model: 680, final: 768, status: 792 };
const goldenAngle = 137.50776405003785;

/** The rows of the page's table as a picture: title, legend, the two bars of each row, both numbers, status. */
export function candidatesScene(
  table: CandidateTable,
  scaleKind: ScaleKind,
  words: ChartWords,
  palette: ChartPalette,
): Scene {
  const scale = barScale(scaleKind, table.largest);
  const shapes: Shape[] = [...heading(words, palette)];
  const span = at.barsEnd - at.bars;
  const bar = (p: number) => scale.length(p) * span;
  table.rows.forEach((row, index) =>
    shapes.push(...rowShapes(row, top + index * rowHeight, bar, words, palette)),
  );
  const y = top + table.rows.length * rowHeight;
  const text = (x: number, words: string, more: Partial<TextShape> = {}): TextShape => ({
    ...{ kind: 'text', x, y: y + 20, text: words, size: 13, fill: palette.soft },
    ...more,
  });
  shapes.push(
    { kind: 'line', x1: margin, y1: y, x2: width - margin, y2: y, stroke: palette.line, width: 1 },
    text(margin + 4, words.everythingElse),
    text(at.model, formatProbability(table.rest.model), { mono: true, anchor: 'end' }),
    text(at.final, formatProbability(table.rest.final), { mono: true, anchor: 'end' }),
    text(at.status, words.restStatus),
  );
  return { width, height: y + rowHeight + margin, title: words.title, background: palette.paper, shapes };
}

function heading(words: ChartWords, palette: ChartPalette): Shape[] {
  const small = (x: number, y: number, text: string, anchor: 'start' | 'end' = 'start'): TextShape => ({
    ...{ kind: 'text', x, y, text, size: 12, fill: palette.soft, anchor },
  });
  const legend = width - margin - textWidth(words.filled, 12, false);
  const outline = legend - 52 - textWidth(words.outline, 12, false);
  return [
    { kind: 'text', x: margin, y: 40, text: words.title, size: 18, fill: palette.ink, bold: true },
    small(margin, 64, words.subtitle),
    { kind: 'rect', x: outline - 26, y: 28, width: 18, height: 12, radius: 3, stroke: palette.model },
    small(outline, 39, words.outline),
    { kind: 'rect', x: legend - 26, y: 30, width: 18, height: 8, radius: 2, fill: palette.accent },
    small(legend, 39, words.filled),
    small(margin + 4, top - 12, words.token),
    small(at.model, top - 12, words.model, 'end'),
    small(at.final, top - 12, words.final, 'end'),
    small(at.status, top - 12, words.status),
  ];
}

function rowShapes(
  row: Candidate,
  y: number,
  bar: (p: number) => number,
  words: ChartWords,
  palette: ChartPalette,
): Shape[] {
  const removed = row.status.kind !== 'kept';
  const label = shortened(words.labelOf(row.id), 17);
  const chip = textWidth(label, 14, true) + 10;
  const bias = 'bias' in row.status ? row.status.bias : 0;
  const model = Math.max(1, bar(row.model));
  const soft = removed ? palette.soft : palette.ink;
  const ground = oklchToHex(palette.tokenLightness, palette.tokenChroma, (row.id * goldenAngle) % 360);
  const shapes: Shape[] = [];
  if (row.picked) {
    const stripe = { x: margin, y, width: width - 2 * margin, height: rowHeight, radius: 0 };
    shapes.push({ kind: 'rect', ...stripe, fill: palette.accentSoft });
    shapes.push({ kind: 'rect', ...stripe, width: 2, fill: palette.ink });
  }
  shapes.push({ kind: 'rect', x: margin + 4, y: y + 4, width: chip, height: 22, radius: 3, fill: ground });
  shapes.push({
    kind: 'text',
    x: margin + 9,
    y: y + 20,
    text: label,
    size: 14,
    fill: palette.ink,
    mono: true,
  });
  if (removed) {
    shapes.push(...hatchLines(at.bars, y + 6, model, 18, palette));
    const strike = { x1: margin + 7, x2: margin + chip + 1, y1: y + 15.5, y2: y + 15.5 };
    shapes.push({ kind: 'line', ...strike, stroke: palette.ink, width: 1.5 });
  }
  const outline = { x: at.bars, y: y + 6, width: model, height: 18, radius: 3 };
  shapes.push({ kind: 'rect', ...outline, stroke: palette.model });
  if (row.final > 0) {
    const filled = { x: at.bars, y: y + 10, width: bar(row.final), height: 10, radius: 2 };
    shapes.push({ kind: 'rect', ...filled, fill: palette.accent });
  }
  const number = (x: number, p: number, bold: boolean): Shape => ({
    ...{ kind: 'text', x, y: y + 20, text: formatProbability(p), size: 13, fill: soft },
    ...{ mono: true, anchor: 'end', bold },
  });
  const status = {
    kind: 'text',
    x: at.status,
    y: y + 20,
    text: words.statusOf(row.status),
    size: 13,
  } as const;
  const fill = bias > 0 ? palette.up : bias < 0 ? palette.down : palette.soft;
  shapes.push(number(at.model, row.model, false), number(at.final, row.final, !removed), { ...status, fill });
  return shapes;
}

/** A label that keeps within its column. */
function shortened(label: string, most: number): string {
  const characters = [...label];
  return characters.length <= most ? label : `${characters.slice(0, most - 1).join('')}…`;
}
