import type { KeyboardEvent } from 'react';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import styles from './bias.module.css';
import { copy } from './copy.ts';
import type { WordForm } from './word-form.ts';

interface FormChipsProps {
  readonly word: string;
  readonly forms: readonly WordForm[];
  readonly vocabulary: VocabularyBytes | undefined;
  readonly listed: ReadonlySet<TokenId>;
  readonly onChoose: (id: TokenId) => void;
}

/** Each form of a word: one token is a button, several tokens are shown with the reason why they are not. */
export function FormChips({ word, forms, vocabulary, listed, onChoose }: FormChipsProps) {
  const words = useCopy(copy);
  const several = forms.some(({ ids }) => ids.length > 1);
  const noSingle = forms.length > 0 && forms.every(({ ids }) => ids.length > 1);
  return (
    <>
      <ul role="list" className={styles['forms']} aria-label={words.forms(word.trim())} onKeyDown={walk}>
        {forms.map(({ text, ids }) => (
          <li key={`${text} ${ids.join()}`} className={ids.length > 1 ? styles['several'] : undefined}>
            {ids.length === 1 ? (
              <button
                type="button"
                className={styles['form']}
                aria-label={words.add(tokenFace(ids[0]!, vocabulary).label, String(ids[0]))}
                disabled={listed.has(ids[0]!)}
                title={listed.has(ids[0]!) ? words.already : undefined}
                onClick={() => onChoose(ids[0]!)}
              >
                <TokenChip face={tokenFace(ids[0]!, vocabulary)} />
                <small>{listed.has(ids[0]!) ? '✓' : ids[0]}</small>
              </button>
            ) : (
              <>
                <span className={styles['pieces']}>
                  {ids.map((id, at) => (
                    <TokenChip key={at} face={tokenFace(id, vocabulary)} />
                  ))}
                </span>
                <small>{words.several(ids.length)}</small>
              </>
            )}
          </li>
        ))}
      </ul>
      {noSingle && <p className={styles['note']}>{words.noneSingle}</p>}
      {several && <p className={styles['note']}>{words.severalWhy}</p>}
    </>
  );
}

/** Arrow keys go from chip to chip. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  const chips = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const at = chips.findIndex((chip) => chip === document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  chips[(at + by + chips.length) % chips.length]!.focus();
}
