import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { EncodingId } from '../../../../core/tokens/encoding-ids.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { biasLimits, withBias, type BiasEntry } from '../../bias-entries.ts';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import { BiasRow } from './bias-row.tsx';
import styles from './bias.module.css';
import { copy } from './copy.ts';
import { ParkedRow } from './parked-row.tsx';
import { WordEntry } from './word-entry.tsx';
import type { FormsOf } from './word-form.ts';

export interface BiasListProps {
  readonly entries: readonly BiasEntry[];
  readonly onChange: (entries: readonly BiasEntry[]) => void;
  /** The model's; entries of another encoding are parked. */
  readonly encoding: EncodingId;
  readonly vocabulary: VocabularyBytes | undefined;
  readonly forms: FormsOf;
  /** Hovered or focused, for lighting up the same token elsewhere. */
  readonly onActive?: (id: TokenId | undefined) => void;
}

/** A new entry shows its effect at once: e² = 7.39 times the odds. */
const firstBias = 2;

export function BiasList(props: BiasListProps) {
  const { entries, encoding, vocabulary, forms, onActive } = props;
  const words = useCopy(copy);
  const [said, setSaid] = useState('');
  const [full, setFull] = useState(false);

  // The handlers stay the same, so that dragging one slider renders one row.
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const change = useCallback((next: readonly BiasEntry[]): void => {
    latest.current = { ...latest.current, entries: next };
    latest.current.onChange(next);
  }, []);
  const onEntry = useCallback(
    (entry: BiasEntry): void => {
      const next = withBias(latest.current.entries, entry);
      if (next.ok) change(next.value);
      else setFull(true);
      if (next.ok) setFull(false);
    },
    [change],
  );
  const onRemove = useCallback(
    (entry: BiasEntry): void => {
      change(latest.current.entries.filter((other) => !same(other, entry)));
      setSaid(words.removedOne(entry.label));
      setFull(false);
    },
    [change, words],
  );
  const onChoose = (id: TokenId): void => {
    const { label } = tokenFace(id, vocabulary);
    onEntry({ encoding, id, label, bias: firstBias, banned: false, muted: false });
    setSaid(words.added(label, `+${firstBias}`));
  };

  const own = entries.filter((entry) => entry.encoding === encoding);
  const parked = entries.filter((entry) => entry.encoding !== encoding);
  const others = [...new Set(parked.map((entry) => entry.encoding))];
  const listed = useMemo(
    () => new Set(entries.filter((entry) => entry.encoding === encoding).map((entry) => entry.id)),
    [entries, encoding],
  );

  return (
    <div className={styles['bias']}>
      <WordEntry key={encoding} forms={forms} vocabulary={vocabulary} listed={listed} onChoose={onChoose} />
      <Notice tone="alert" onDismiss={() => setFull(false)}>
        {full && words.full(String(biasLimits.entries))}
      </Notice>
      <p role="status" className="visually-hidden">
        {!full && said}
      </p>
      {entries.length === 0 && <EmptyState>{words.empty}</EmptyState>}
      {own.length > 0 && (
        <ol role="list" aria-label={words.list} className={styles['list']}>
          {own.map((entry) => (
            <BiasRow
              key={entry.id}
              entry={entry}
              face={tokenFace(entry.id, vocabulary)}
              onChange={onEntry}
              onRemove={onRemove}
              onActive={onActive}
            />
          ))}
        </ol>
      )}
      {own.some((entry) => entry.banned) && <p className={styles['note']}>{words.bannedWhy}</p>}
      {others.map((other) => (
        <div key={other} className={styles['waiting']}>
          <p className={styles['note']}>{words.parked(other)}</p>
          <ul role="list">
            {parked
              .filter((entry) => entry.encoding === other)
              .map((entry) => (
                <ParkedRow key={entry.id} entry={entry} onRemove={onRemove} />
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

const same = (a: BiasEntry, b: BiasEntry): boolean => a.id === b.id && a.encoding === b.encoding;
