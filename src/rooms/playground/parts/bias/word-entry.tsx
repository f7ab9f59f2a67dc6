import { useId, useState, type KeyboardEvent } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import styles from './bias.module.css';
import { copy } from './copy.ts';
import { FormChips } from './form-chips.tsx';
import { typedId } from './typed-id.ts';
import { useWordForms } from './use-word-forms.ts';
import type { FormsOf, WordForm } from './word-form.ts';

interface WordEntryProps {
  readonly forms: FormsOf;
  readonly vocabulary: VocabularyBytes | undefined;
  readonly listed: ReadonlySet<TokenId>;
  readonly onChoose: (id: TokenId) => void;
}

/** The field to type a word or an id into, and the tokens that this could mean. Enter takes the best of them. */
export function WordEntry({ forms, vocabulary, listed, onChoose }: WordEntryProps) {
  const words = useCopy(copy);
  const field = useId();
  const results = useId();
  const [entry, setEntry] = useState('');
  const [lookup, look] = useWordForms(forms);

  const type = (text: string): void => {
    setEntry(text);
    look(text);
  };
  const id = typedId(entry);
  const known = id !== undefined && vocabulary !== undefined && id < vocabulary.size;
  const face = known ? tokenFace(id, vocabulary) : undefined;
  const named = face && face.kind !== 'unnamed';
  const ofId: readonly WordForm[] = named ? [{ text: `#${id}`, ids: [id!] }] : [];
  const asked = entry.trim().startsWith('#');
  const found = lookup.phase === 'done' ? lookup.forms : [];
  const offered = asked ? ofId : [...found, ...ofId.filter((form) => !found.some(sameIds(form)))];

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    // An Enter that ends a Japanese conversion chooses nothing.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') type('');
    if (event.key === 'ArrowDown') document.getElementById(results)?.querySelector('button')?.focus();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (lookup.phase === 'done' && lookup.word !== entry && !asked) return;
    const open = offered.filter(({ ids }) => ids.length === 1 && !listed.has(ids[0]!));
    const best = open.find(({ text }) => text === entry) ?? open[0];
    if (!best) return;
    onChoose(best.ids[0]!);
    type('');
  };

  return (
    <div className={styles['word']}>
      <h2>
        <label htmlFor={field}>{words.title}</label>
      </h2>
      <input
        id={field}
        type="text"
        className={styles['input']}
        value={entry}
        placeholder={words.placeholder}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        aria-controls={results}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div id={results} className={styles['results']}>
        {lookup.phase === 'running' && <p className={styles['note']}>{words.searching}</p>}
        {lookup.phase === 'failed' && (
          <p role="alert" className={styles['note']}>
            {words.failed}
          </p>
        )}
        {asked && id !== undefined && vocabulary && !named && (
          <p role="status" className={styles['note']}>
            {known ? words.noToken(String(id)) : words.noSuchId(`#${id}`, formatCount(vocabulary.size - 1))}
          </p>
        )}
        {offered.length > 0 && (
          <FormChips
            word={entry}
            forms={offered}
            vocabulary={vocabulary}
            listed={listed}
            onChoose={onChoose}
          />
        )}
      </div>
    </div>
  );
}

const sameIds =
  (one: WordForm) =>
  (other: WordForm): boolean =>
    one.ids.join() === other.ids.join();
