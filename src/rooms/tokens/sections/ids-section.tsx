import { useId, useState } from 'react';
import type { Fault } from '../../../../shared/fault.ts';
import { parseIds } from '../../../core/tokens/parse-ids.ts';
import { valueOf } from '../../../state/async.ts';
import { Button } from '../../../ui/button.tsx';
import { useCopy } from '../../../ui/language.tsx';
import { copy } from '../copy.ts';
import { PictureOfText } from '../parts/picture/picture-of-text.tsx';
import { useTokensRoom, useTokensState } from '../tokens-context.tsx';
import styles from '../tokens-room.module.css';

/** The text as a picture to save, and ids that become a text. */
export function IdsSection() {
  return (
    <>
      <PictureSection />
      <PastedIds />
    </>
  );
}

function PictureSection() {
  const text = useTokensState((state) => state.text);
  const encoding = useTokensState((state) => state.encoding);
  const source = useTokensState((state) => (state.source?.text === state.text ? state.source : undefined));
  // The count before stands while a key is read; that of a long text before it would be another text's.
  const count = useTokensState(({ summary, opening }) =>
    opening !== undefined || summary.phase === 'failed' ? undefined : valueOf(summary)?.tokens,
  );
  return <PictureOfText text={text} encoding={encoding} source={source} count={count} />;
}

function PastedIds() {
  const room = useTokensRoom();
  const words = useCopy(copy);
  const note = useId();
  const vocabulary = useTokensState((state) => valueOf(state.vocabulary));
  const [entry, setEntry] = useState('');
  const [refused, setRefused] = useState<Fault>();
  const use = (): void => {
    if (vocabulary === undefined) return;
    const ids = parseIds(entry, vocabulary);
    setRefused(ids.ok ? undefined : ids.fault);
    if (ids.ok) room.takeIds(Array.from(ids.value));
  };
  return (
    <form
      className={styles['field']}
      onSubmit={(event) => {
        event.preventDefault();
        use();
      }}
    >
      <label className={styles['field']}>
        <span>{words.pasteIds}</span>
        <textarea
          rows={2}
          value={entry}
          aria-invalid={refused !== undefined}
          aria-describedby={refused && note}
          placeholder={words.idsExample}
          onChange={(event) => setEntry(event.target.value)}
        />
      </label>
      {refused !== undefined && (
        <p id={note} role="alert" className={styles['refusal']}>
          {words.refusedId(
            String(refused.detail?.['value'] ?? ''),
            String(refused.detail?.['min'] ?? 0),
            String(refused.detail?.['max'] ?? ''),
            refused.detail?.['hole'] === 1,
          )}
        </p>
      )}
      <Button type="submit" disabled={vocabulary === undefined || entry.trim() === ''}>
        {words.useIds}
      </Button>
    </form>
  );
}
