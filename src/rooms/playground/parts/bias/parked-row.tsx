import { IconButton } from '../../../../ui/icon-button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import type { BiasEntry } from '../../bias-entries.ts';
import styles from './bias.module.css';
import { copy } from './copy.ts';

/** A bias on an id of another encoding: kept as it is, never carried over to another id. */
export function ParkedRow({
  entry,
  onRemove,
}: {
  readonly entry: BiasEntry;
  readonly onRemove: (entry: BiasEntry) => void;
}) {
  const words = useCopy(copy);
  return (
    <li className={styles['parked']}>
      <code>{entry.label}</code>
      <span>
        #{entry.id} · {entry.banned ? words.banned : entry.bias}
      </span>
      <IconButton icon="close" label={words.remove(entry.label)} onClick={() => onRemove(entry)} />
    </li>
  );
}
