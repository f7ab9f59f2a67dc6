import { formatCount } from '../../../core/numbers/format.ts';
import type { Trace } from '../../../core/sampling/trace.ts';
import type { VocabularyBytes } from '../../../core/tokens/vocabulary-bytes.ts';
import type { Language } from '../../../ui/language.tsx';
import type { ScaleKind } from '../parts/next-token/bar-scale.ts';
import { copy } from '../parts/next-token/copy.ts';
import type { CandidateTable } from '../parts/next-token/select-candidates.ts';
import { statusText } from '../parts/next-token/status-text.ts';
import { tokenFace } from '../../../ui/tokens/token-face.ts';
import { candidatesScene, type ChartWords } from './candidates-scene.ts';
import { chartPalettes } from './chart-palette.ts';
import { distributionAsCsv } from './distribution-as-csv.ts';
import type { ExportKind } from './export-kinds.ts';
import { runAsJson, type Run } from './run-as-json.ts';
import { sceneAsPng } from './scene-as-png.ts';
import { sceneAsSvg } from './scene-as-svg.ts';

export interface ExportSource {
  readonly run: Run;
  readonly trace: Trace;
  readonly vocabulary: VocabularyBytes;
  /** The rows of the chart: those on the page, or more. */
  readonly table: CandidateTable;
  readonly scale: ScaleKind;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
}

export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** The file of one kind. @throws FaultError when the browser cannot make the PNG. */
export async function exportFile(kind: ExportKind, source: ExportSource): Promise<ExportedFile> {
  const name = `tokenscope-${source.run.model}.${kind}`;
  switch (kind) {
    case 'json':
      return { name, blob: text(runAsJson(source.run, source.vocabulary), 'application/json') };
    case 'csv':
      return { name, blob: text(distributionAsCsv(source.trace, source.vocabulary), 'text/csv') };
    case 'svg':
      return { name, blob: text(sceneAsSvg(sceneOf(source)), 'image/svg+xml') };
    case 'png':
      return { name, blob: await sceneAsPng(sceneOf(source)) };
  }
}

function text(content: string, type: string): Blob {
  return new Blob([content], { type: `${type};charset=utf-8` });
}

function sceneOf({ run, vocabulary, table, scale, theme, language }: ExportSource) {
  const words = copy[language];
  const tail = [...run.text].slice(-60).join('').replace(/\s+/g, ' ');
  const chart: ChartWords = {
    ...words,
    subtitle: `${run.model} · ${words.candidates(formatCount(table.candidates))} · …${tail}`,
    restStatus: words.tokens(formatCount(table.rest.tokens)),
    statusOf: (status) => statusText(status, words),
    labelOf: (id) => tokenFace(id, vocabulary).label,
  };
  return candidatesScene(table, scale, chart, chartPalettes[theme]);
}
