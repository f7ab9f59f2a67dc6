import { valueOf } from '../../../state/async.ts';
import { selectCandidates } from '../parts/next-token/select-candidates.ts';
import { pickOf } from '../pick-of.ts';
import type { PlaygroundState } from '../playground-state.ts';
import { stagesOf } from '../sampler-settings.ts';
import { exportFile, type ExportedFile, type ExportSource } from './export-file.ts';
import type { ExportKind } from './export-kinds.ts';

/** Rows of the exported chart: more than the screen shows, few enough to read. */
const chartRows = 24;

/** What is on the page as a file of one kind; undefined while there is no distribution. @throws FaultError as `exportFile`. */
export async function exportState(
  kind: ExportKind,
  state: PlaygroundState,
  looks: Pick<ExportSource, 'theme' | 'language'>,
): Promise<ExportedFile | undefined> {
  const vocabulary = valueOf(state.vocabulary);
  const prediction = valueOf(state.prediction);
  const { trace, document: text, settings, bias, seed, draws, u, found, activeId, scale } = state;
  if (trace === undefined || vocabulary === undefined || prediction === undefined) return undefined;
  const { maker, reading } = prediction;
  const { encoding } = maker;
  return exportFile(kind, {
    run: {
      model: maker.id,
      encoding,
      text: text.text,
      window: reading.window,
      rules: settings.rules,
      stages: stagesOf(settings, bias, encoding),
      seed,
      draws,
      u,
      drawn: text.drawn,
    },
    trace,
    vocabulary,
    table: selectCandidates(trace, {
      count: chartRows,
      pinned: found,
      active: activeId,
      pick: pickOf(state),
    }),
    scale,
    ...looks,
  });
}
