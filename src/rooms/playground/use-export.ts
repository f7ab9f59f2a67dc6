import { useCallback } from 'react';
import { faultOf } from '../../state/fault-of.ts';
import { valueOf } from '../../state/async.ts';
import { useLanguage } from '../../ui/language.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { ExportKind } from './export/export-kinds.ts';
import { usePlayground, usePlaygroundState } from './playground-context.tsx';

/** Saves what is on the page as a file of one kind. */
export function useExport(): { readonly ready: boolean; readonly save: (kind: ExportKind) => void } {
  const playground = usePlayground();
  const language = useLanguage();
  const ready = usePlaygroundState(
    (state) => state.trace !== undefined && valueOf(state.vocabulary) !== undefined,
  );
  const save = useCallback(
    async (kind: ExportKind) => {
      const state = playground.store.getState();
      const theme = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
      try {
        // The writers of files come when the first one is asked for.
        const { exportState } = await import('./export/export-state.ts');
        const file = await exportState(kind, state, { theme, language });
        if (file !== undefined) saveFile(file);
      } catch (error) {
        playground.notify({ fault: faultOf(error) });
      }
    },
    [playground, language],
  );
  return { ready, save: (kind) => void save(kind) };
}
