import { useEffect, useState, type RefObject } from 'react';
import { tinykeys } from 'tinykeys';
import { useStore, type StoreApi } from 'zustand';
import type { PreferencesState } from '../../../state/preferences.ts';
import { InHeader } from '../../../ui/header-slot.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { bilingual, useCopy } from '../../../ui/language.tsx';
import { later } from '../../../ui/later.tsx';
import { usePlayground } from '../playground-context.tsx';

const copy = bilingual({ keys: 'Keys' }, { keys: 'キー操作の一覧' });

/** Shown when it is asked for. */
const KeysDialog = later(() => import('../parts/keys/keys-dialog.tsx').then((part) => part.KeysDialog));

interface KeysSectionProps {
  readonly preferences: StoreApi<PreferencesState>;
  readonly room: RefObject<HTMLElement | null>;
}

/** The room's keys. They rest while a field, a control or a dialog has the focus. */
export function KeysSection({ preferences, room }: KeysSectionProps) {
  const playground = usePlayground();
  const { singleKeys, change } = useStore(preferences);
  const words = useCopy(copy);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!singleKeys) return undefined;
    const act = (run: () => void) => (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isBusy(event.target)) return;
      event.preventDefault();
      run();
    };
    const { store } = playground;
    const stopped = () => store.getState().ended && !store.getState().pastEnd;
    const size = () => {
      const now = preferences.getState().size;
      change({ size: now === 'presenter' ? 'normal' : 'presenter' });
    };
    return tinykeys(window, {
      Space: act(() => void (stopped() || playground.step())),
      p: act(() => {
        if (store.getState().playing) playground.pause();
        else if (!stopped()) void playground.play();
      }),
      r: act(playground.newDraw),
      u: act(playground.undo),
      ArrowDown: act(() => focusCandidate(room.current)),
      ArrowUp: act(() => focusCandidate(room.current)),
      '/': act(() => room.current?.querySelector<HTMLElement>('input[type=search]')?.focus()),
      '+': act(size),
      'Shift++': act(size),
      '?': act(() => setOpen(true)),
      'Shift+?': act(() => setOpen(true)),
    });
  }, [singleKeys, playground, preferences, change, room]);

  return (
    <>
      <InHeader>
        <IconButton icon="question" label={words.keys} look="quiet" onClick={() => setOpen(true)} />
      </InHeader>
      {open && (
        <KeysDialog
          open
          onClose={() => setOpen(false)}
          singleKeys={singleKeys}
          onSingleKeys={(on) => change({ singleKeys: on })}
        />
      )}
    </>
  );
}

/** From the table on, its own arrow keys and Enter go on. */
function focusCandidate(room: HTMLElement | null): void {
  room?.querySelector<HTMLElement>('tr[data-id][tabindex="0"]')?.focus();
}

const usesKeys =
  'input, select, textarea, button, summary, a, [contenteditable="true"], [role="slider"], dialog';

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(usesKeys) !== null || document.querySelector('dialog[open], :popover-open') !== null;
}
