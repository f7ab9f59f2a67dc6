import { useCallback, useId } from 'react';
import { fault } from '../../../shared/fault.ts';
import { useCopy } from '../../ui/language.tsx';
import { copy } from './copy.ts';
import { useTokensRoom } from './tokens-context.tsx';
import styles from './tokens-room.module.css';

/** Bytes of a file that are read. */
const most = 20_000_000;

/** Takes a file's text in place of what stood here; the editor's undo does not bring that back, so it is kept when it cannot be read. */
export function useFile(): (file: File) => Promise<void> {
  const room = useTokensRoom();
  const words = useCopy(copy);
  return useCallback(
    async (file) => {
      if (file.size > most) {
        const message = words.tooLarge((file.size / 1e6).toFixed(1));
        return room.notify(fault('out-of-range', message));
      }
      room.setText(await file.text());
      return undefined;
    },
    [room, words],
  );
}

export function FileField() {
  const words = useCopy(copy);
  const open = useFile();
  const id = useId();
  return (
    <label htmlFor={id} className={styles['file']}>
      <span>{words.file}</span>
      <input
        id={id}
        type="file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void open(file);
        }}
      />
    </label>
  );
}
