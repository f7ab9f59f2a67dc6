import { useCallback } from 'react';
import { fault } from '../../../shared/fault.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { useCopy } from '../../ui/language.tsx';
import { copy } from './copy.ts';
import { useTokensRoom } from './tokens-context.tsx';

/** Bytes of a file that are read. */
const most = 20_000_000;
/** A byte order mark is a character of the text, as for tiktoken; other bytes than UTF-8's would be replaced unnoticed. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Takes a file's text in place of what stood here; one that is too long, or no text in UTF-8, is refused. */
export function useFile(): (file: File) => Promise<void> {
  const room = useTokensRoom();
  return useCallback(
    async (file) => {
      const { name, size } = file;
      if (size > most) {
        const detail = { own: name, megabytes: (size / 1e6).toFixed(1) };
        return room.notify(fault('too-large', 'more than 20 MB', detail));
      }
      try {
        room.setText(utf8.decode(await file.arrayBuffer()));
      } catch {
        room.notify(fault('broken-file', 'no UTF-8, or gone', { own: name }));
      }
      return undefined;
    },
    [room],
  );
}

export function FileField() {
  const words = useCopy(copy);
  const open = useFile();
  return <FileButton label={words.file} onFile={(file) => void open(file)} />;
}
