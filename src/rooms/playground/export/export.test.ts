import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { copy } from '../parts/next-token/copy.ts';
import { selectCandidates } from '../parts/next-token/select-candidates.ts';
import { statusText } from '../parts/next-token/status-text.ts';
import { exhibitSize, exhibitStages, exhibitTrace, exhibitVocabulary } from '../selectors/exhibit-world.ts';
import { tokenFace } from '../../../ui/tokens/token-face.ts';
import { candidatesScene } from './candidates-scene.ts';
import { chartPalettes } from './chart-palette.ts';
import { hatchLines } from './chart-scene.ts';
import { distributionAsCsv } from './distribution-as-csv.ts';
import { oklchToHex } from '../../../ui/oklch-to-hex.ts';
import { runAsJson, type Run } from './run-as-json.ts';
import { sceneAsSvg } from './scene-as-svg.ts';

const trace = exhibitTrace(exhibitStages);
const vocabulary = exhibitVocabulary();

/** Fields of RFC 4180 text: quoted ones may hold commas, line breaks and doubled quotation marks. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '') break;
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

test('the CSV holds the whole vocabulary, and its probabilities come back exactly', () => {
  const [head, ...records] = readCsv(distributionAsCsv(trace, vocabulary));
  expect(head).toEqual(['id', 'token', 'bytes', 'model_rank', 'model', 'final', 'status']);
  expect(records).toHaveLength(exhibitSize);
  for (const [id, , , rank, model, final] of records) {
    expect(Number(model)).toBe(trace.model.probabilities[Number(id)]);
    expect(Number(final)).toBe(trace.final.probabilities[Number(id)]);
    expect(trace.modelOrder[Number(rank) - 1]).toBe(Number(id));
  }
});

test('every token’s text comes back from the CSV, and bytes where there is none', () => {
  const records = readCsv(distributionAsCsv(trace, vocabulary)).slice(1);
  const byId = new Map(records.map((record) => [Number(record[0]), record]));
  expect(JSON.parse(byId.get(31)![1]!)).toBe('\n\n');
  expect(JSON.parse(byId.get(37)![1]!)).toBe('"');
  expect(byId.get(40)!.slice(1, 3)).toEqual(['', '0xe381']);
  expect(JSON.parse(byId.get(44)![1]!)).toBe('<|endoftext|>');
  expect(byId.get(3)![6]).toBe('banned');
});

test('no field of the CSV begins like a formula', () => {
  for (const record of readCsv(distributionAsCsv(trace, vocabulary))) {
    for (const field of record) expect(field).not.toMatch(/^[=+\-@\t\r]/);
  }
});

const run: Run = {
  model: 'trigram',
  encoding: 'r50k_base',
  text: 'Once upon a time',
  window: Uint32Array.of(7, 8),
  rules: 'openai',
  stages: exhibitStages,
  seed: 42,
  draws: 3,
  u: 0.372,
  drawn: [
    {
      id: 40,
      at: 0,
      end: 0,
      u: 0.5,
      draws: 2,
      by: 'draw',
      maker: 'tiny',
      model: 0.25,
      final: 0.5,
      entropy: 3,
    },
    { id: 3, at: 0, end: 4, u: 0.1, draws: 3, by: 'hand', maker: 'trigram', model: 0, final: 0, entropy: 3 },
  ],
};

test('the JSON of a run says all that a repetition needs; a ban is written as text', () => {
  expect(JSON.parse(runAsJson(run, vocabulary))).toMatchObject({
    format: 'tokenscope-run',
    version: 1,
    seed: 42,
    u: 0.372,
    window: [7, 8],
    sampling: { rules: 'openai', stages: [{ bias: { 1: 0.75, 3: '-Infinity', 5: -0.5 } }, {}, {}] },
    drawn: [
      { id: 40, text: null, bytes: '0xe381', surprisal: 2, by: 'draw' },
      { id: 3, text: ' man', surprisal: 'Infinity', by: 'hand' },
    ],
  });
});

const words = {
  ...copy.en,
  subtitle: 'a < b & "c"',
  restStatus: '33 tokens',
  statusOf: (status: Parameters<typeof statusText>[0]) => statusText(status, copy.en),
  labelOf: (id: number) => (id === 2 ? '\u0007<b>' : tokenFace(id, vocabulary).label),
};

test('the SVG has title, legend, all rows and the rest, and nothing that XML forbids', () => {
  const table = selectCandidates(trace, { count: 12, pick: 1 });
  const svg = sceneAsSvg(candidatesScene(table, 'linear', words, chartPalettes.light));
  for (const text of [
    'Next token',
    'outline: the model',
    '·king',
    '+0.75, kept',
    'banned',
    'Everything else',
  ]) {
    expect(svg).toContain(text);
  }
  expect(svg).toContain('a &lt; b &amp; &quot;c&quot;');
  expect(svg).toContain('U+0007&lt;b&gt;');
  expect(svg).not.toMatch(/NaN|Infinity|undefined|var\(|oklch/);
});

test('hatch lines stay inside their rectangle', () => {
  for (const width of [1, 7, 40]) {
    for (const line of hatchLines(10, 20, width, 18, chartPalettes.light)) {
      for (const x of [line.x1, line.x2]) {
        expect(x).toBeGreaterThanOrEqual(10);
        expect(x).toBeLessThanOrEqual(10 + width);
      }
      for (const y of [line.y1, line.y2]) {
        expect(y).toBeGreaterThanOrEqual(20);
        expect(y).toBeLessThanOrEqual(38);
      }
    }
  }
});

test('OKLCH of white, black, and of sRGB red (0.6280, 0.2577, 29.23°)', () => {
  expect(oklchToHex(1, 0, 0)).toBe('#ffffff');
  expect(oklchToHex(0, 0, 0)).toBe('#000000');
  expect(oklchToHex(0.62796, 0.25768, 29.234)).toBe('#ff0000');
});

test('the picture’s colours are those of the page', () => {
  const css = readFileSync(new URL('../../../ui/tokens.css', import.meta.url), 'utf8');
  const [light, dark] = css.split("[data-theme='dark']");
  const names = {
    paper: 'paper',
    ink: 'ink',
    soft: 'soft',
    line: 'line',
    accent: 'accent',
    accentSoft: 'accent-soft',
    model: 'model',
    up: 'up',
    down: 'down',
    tokenLightness: 'token-lightness',
    tokenChroma: 'token-chroma',
  } as const;
  for (const [theme, sheet] of [
    ['light', light!],
    ['dark', dark!],
  ] as const) {
    for (const [key, name] of Object.entries(names)) {
      const value = new RegExp(`--${name}: ([^;]+);`).exec(sheet)?.[1];
      expect(`${key} ${chartPalettes[theme][key as keyof typeof names]}`).toBe(`${key} ${value}`);
    }
    expect(sheet).toContain(`--hatch: repeating-linear-gradient(135deg, ${chartPalettes[theme].hatch} `);
  }
});
