import { useDeferredValue, useId, useMemo, useState, type KeyboardEvent, type Ref } from 'react';
import { formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { Trace } from '../../../../core/sampling/trace.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { Kbd } from '../../../../ui/kbd.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { copy } from './copy.ts';
import { findIds } from './find-ids.ts';
import styles from './find-token.module.css';
import { foundTokens } from './found-tokens.ts';

interface Props {
  readonly trace: Trace | undefined;
  readonly vocabulary: VocabularyBytes | undefined;
  readonly onChoose: (id: TokenId) => void;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
}

/** Matches that are listed; a narrower query brings the others. */
const most = 60;

/** Finds any token of the vocabulary, however unlikely, and says where it stands. */
export function FindToken({ trace, vocabulary, onChoose, inputRef }: Props) {
  const words = useCopy(copy);
  const list = useId();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const asked = useDeferredValue(query);
  const isReady = trace !== undefined && vocabulary !== undefined;
  const ids = useMemo(
    () => (asked === '' || !isReady ? [] : findIds(vocabulary, asked)),
    [asked, isReady, vocabulary],
  );
  const found = useMemo(() => (trace && open ? foundTokens(trace, ids, most) : []), [trace, ids, open]);
  const shown = open && query !== '' && trace !== undefined;
  const chosen = Math.min(at, found.length - 1);

  const choose = (id: TokenId) => {
    onChoose(id);
    setQuery('');
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = found[chosen];
    if (move !== undefined && found.length > 0) {
      const next = (chosen + move + found.length) % found.length;
      setAt(next);
      document.getElementById(`${list}-${next}`)?.scrollIntoView?.({ block: 'nearest' });
    } else if (event.key === 'Enter' && here !== undefined) choose(here.id);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span
      className={styles.find}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <input
        ref={inputRef}
        type="search"
        className={styles.input}
        aria-label={words.find}
        placeholder={words.find}
        title={words.findPlaceholder}
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-controls={shown ? list : undefined}
        aria-activedescendant={shown && found.length > 0 ? `${list}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        disabled={trace === undefined}
        value={query}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setQuery(event.target.value);
          setOpen(true);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {query === '' && <Kbd>/</Kbd>}
      {shown && (
        <div className={styles.drop}>
          <p role="status" className={styles.count}>
            {ids.length === 0 ? words.foundNone(asked) : words.foundCount(formatCount(ids.length), asked)}
          </p>
          <ul id={list} role="listbox" aria-label={words.found} className={styles.list}>
            {found.map((token, index) => {
              const face = tokenFace(token.id, vocabulary);
              const rank = formatCount(token.modelRank);
              return (
                <li
                  key={token.id}
                  id={`${list}-${index}`}
                  role="option"
                  aria-selected={index === chosen}
                  className={styles.option}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(token.id)}
                >
                  <TokenChip face={face} removed={token.finalRank === undefined} />
                  <span className={styles.id}>{formatCount(token.id)}</span>
                  <span className={styles.numbers}>
                    {formatProbability(token.model)} → {formatProbability(token.final)}
                  </span>
                  <span className={styles.ranks}>
                    {token.finalRank === undefined
                      ? words.foundRemoved(rank)
                      : words.foundRanks(rank, formatCount(token.finalRank))}
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </span>
  );
}
