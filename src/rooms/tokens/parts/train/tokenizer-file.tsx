import { formatCount } from '../../../../core/numbers/format.ts';
import { FileButton } from '../../../../ui/file-button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Progress } from '../../../../ui/progress.tsx';
import { copy } from './copy.ts';
import { useFileSentence } from './file-sentence.ts';
import type { FileState } from './file-state.ts';
import styles from './train.module.css';

export interface TokenizerFileProps {
  readonly state: FileState;
  readonly onFile: (file: File) => void;
  readonly onCancel: () => void;
}

/** Somebody's `tokenizer.json` as one more split. */
export function TokenizerFile({ state, onFile, onCancel }: TokenizerFileProps) {
  const words = useCopy(copy);
  const sentence = useFileSentence();
  const { opened, opening, failed } = state;
  return (
    <section className={styles['panel']} aria-label={words.fileTitle}>
      <h2>{words.fileTitle}</h2>
      <div className={styles['start']}>
        <FileButton label={words.openFile} accept=".json,application/json" onFile={onFile} />
        <span className={styles['about']}>{words.fileAbout}</span>
      </div>
      {opening !== undefined && <Progress label={words.opening(opening)} onCancel={onCancel} />}
      <Notice tone="alert">{failed !== undefined && sentence(failed)}</Notice>
      <Notice>
        {opened !== undefined && words.opened(opened.name, opened.model, formatCount(opened.size))}
      </Notice>
    </section>
  );
}
