import { useId } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { VocabularyCounts } from '../../../../core/vocabulary/count-tokens.ts';
import type { FindRefusal } from '../../../../core/vocabulary/parse-find.ts';
import { scripts } from '../../../../core/vocabulary/scripts.ts';
import { sortings, type VocabularyQuery } from '../../../../core/vocabulary/vocabulary-query.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { copy } from './copy.ts';
import { FindHelp } from './find-help.tsx';
import { refusalSentence } from './refusal-sentence.ts';
import styles from './vocabulary.module.css';

interface FindBarProps {
  readonly counts: VocabularyCounts;
  readonly refusal: FindRefusal | undefined;
  readonly query: VocabularyQuery;
  readonly onQuery: (query: VocabularyQuery) => void;
}

/** What is looked for, in which script, in which order. */
export function FindBar({ counts, refusal, query, onQuery }: FindBarProps) {
  const words = useCopy(copy);
  const field = useId();
  const why = useId();
  const present = scripts.filter((script) => counts.scripts[script] > 0 || script === query.script);
  return (
    <div className={styles.find}>
      <div className={styles.fields}>
        <label htmlFor={field} className="visually-hidden">
          {words.find}
        </label>
        <input
          id={field}
          type="search"
          className={styles.input}
          placeholder={words.placeholder}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={query.find}
          aria-invalid={refusal !== undefined}
          aria-describedby={refusal === undefined ? undefined : why}
          onChange={(event) => onQuery({ ...query, find: event.target.value })}
        />
        <Select
          label={words.script}
          value={query.script ?? ''}
          onChange={(value) => onQuery({ ...query, script: value === '' ? undefined : value })}
          options={[
            { value: '' as const, text: words.anyScript },
            ...present.map((script) => ({
              value: script,
              text: words.scriptOption(words.scripts[script], formatCount(counts.scripts[script])),
            })),
          ]}
        />
        <Select
          label={words.sorting}
          value={query.sorting}
          onChange={(sorting) => onQuery({ ...query, sorting })}
          options={sortings.map((sorting) => ({ value: sorting, text: words.sortings[sorting] }))}
        />
      </div>
      {refusal !== undefined && (
        <p id={why} role="alert" className={styles.refusal}>
          {refusalSentence(refusal, words)}
        </p>
      )}
      <details className={styles.help}>
        <summary>{words.help}</summary>
        <FindHelp />
      </details>
    </div>
  );
}
