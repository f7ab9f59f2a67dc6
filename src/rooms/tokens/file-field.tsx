import { useCallback } from 'react';
import { fault } from '../../../shared/fault.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { useCopy } from '../../ui/language.tsx';
import { copy } from './copy.ts';
import { useTokensRoom } from './tokens-context.tsx';

/** Bytes of a file that are read. */
const most = 20_000_000;

/** Takes a file's text in place of what stood here. */
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
  return <FileButton label={words.file} onFile={(file) => void open(file)} />;
}
