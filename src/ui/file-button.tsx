import styles from './file-button.module.css';

interface FileButtonProps {
  /** What the button says: it opens the system's own choice of files. */
  readonly label: string;
  readonly onFile: (file: File) => void;
  /** Kinds that are offered first, as in `.json`. */
  readonly accept?: string;
}

/** A native file input in the look of a button, whose words are the page's own. */
export function FileButton({ label, onFile, accept }: FileButtonProps) {
  return (
    <label className={styles['file']}>
      {label}
      <input
        type="file"
        accept={accept}
        className="visually-hidden"
        onChange={(event) => {
          const { target } = event;
          const file = target.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
    </label>
  );
}
