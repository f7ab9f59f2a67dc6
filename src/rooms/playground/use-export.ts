import { useCallback } from 'react';
import { valueOf } from '../../state/async.ts';
import { useLanguage } from '../../ui/language.tsx';
import type { ExportKind } from './export/export-kinds.ts';
import { saveFile } from '../../ui/save-file.ts';
import { selectCandidates } from './parts/next-token/select-candidates.ts';
import { pickOf } from './pick-of.ts';
import { usePlayground, usePlaygroundState } from './playground-context.tsx';
import { faultOf } from '../../state/fault-of.ts';
import { stagesOf } from './sampler-settings.ts';

/** Rows of the exported chart: more than the screen shows, few enough to read. */
const chartRows = 24;

/** Saves what is on the page as a file of one kind. */
export function useExport(): { readonly ready: boolean; readonly save: (kind: ExportKind) => void } {
  const playground = usePlayground();
  const language = useLanguage();
  const ready = usePlaygroundState(
    (state) => state.trace !== undefined && valueOf(state.vocabulary) !== undefined,
  );
  const save = useCallback(
    (kind: ExportKind) => {
      const state = playground.store.getState();
      const vocabulary = valueOf(state.vocabulary);
      const { trace, document: text, settings, bias, seed, draws, u, found, activeId } = state;
      const prediction = valueOf(state.prediction);
      if (trace === undefined || vocabulary === undefined || prediction === undefined) return;
      const { maker, reading } = prediction;
      const { encoding } = maker;
      const source = {
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
        scale: state.scale,
        theme: document.documentElement.dataset['theme'] === 'dark' ? ('dark' as const) : ('light' as const),
        language,
      };
      // The writers of files come when the first one is asked for.
      import('./export/export-file.ts')
        .then(({ exportFile }) => exportFile(kind, source))
        .then(saveFile, (error: unknown) => playground.notify({ fault: faultOf(error) }));
    },
    [playground, language],
  );
  return { ready, save };
}
