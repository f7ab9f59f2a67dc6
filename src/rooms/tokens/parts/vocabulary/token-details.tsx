import type { Ref } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Fact, Facts } from '../../../../ui/tokens/fact.tsx';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { copy } from './copy.ts';
import { RowActions, type TokenActions } from './row-actions.tsx';
import type { VocabularyRow } from './vocabulary-rows.ts';
import styles from './token-details.module.css';

interface TokenDetailsProps extends TokenActions {
  readonly row: VocabularyRow;
  readonly rowOf: (id: TokenId) => VocabularyRow;
  readonly onClose: () => void;
  readonly detailsRef: Ref<HTMLElement>;
}

/** Tokens that look alike beyond these are counted. */
const most = 24;

/** All that is known of one token, and what can be done with it. */
export function TokenDetails({ row, rowOf, onClose, detailsRef, ...actions }: TokenDetailsProps) {
  const words = useCopy(copy);
  const { face } = row;
  const title = words.details(formatCount(face.id));
  return (
    <section
      ref={detailsRef}
      tabIndex={-1}
      aria-label={title}
      className={styles.details}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h3>{title}</h3>
        <IconButton icon="close" label={words.close} onClick={onClose} />
      </header>
      <p className={styles.face}>
        <TokenChip face={face} />
      </p>
      <Facts>
        <Fact name={words.bytes}>
          {row.byteCount > 0 && <code>{row.bytes} · </code>}
          {words.length(formatCount(row.byteCount))}
        </Fact>
        <Fact name={words.kind}>
          {row.kinds.length === 0 ? words.none : row.kinds.map((kind) => words.kinds[kind]).join(', ')}
        </Fact>
        {row.scripts.length > 0 && (
          <Fact name={words.letters}>{row.scripts.map((script) => words.scripts[script]).join(', ')}</Fact>
        )}
        <Fact name={words.category}>{words.categories[row.category]}</Fact>
        {row.again.length > 0 && (
          <Fact name={words.again}>
            <Chips ids={row.again} rowOf={rowOf} />
          </Fact>
        )}
        {row.alike.length > 0 && (
          <Fact name={words.alike}>
            <Chips ids={row.alike.slice(0, most)} rowOf={rowOf} />
            {row.alike.length > most && words.more(formatCount(row.alike.length - most))}
          </Fact>
        )}
      </Facts>
      {face.kind === 'bytes' && <p className={styles.note}>{words.partNote}</p>}
      <div className={styles.buttons}>
        <RowActions row={row} reachable {...actions} />
      </div>
    </section>
  );
}

function Chips({
  ids,
  rowOf,
}: {
  readonly ids: readonly TokenId[];
  readonly rowOf: TokenDetailsProps['rowOf'];
}) {
  return (
    <span className={styles.chips}>
      {ids.map((id, index) => (
        // An encoding may have the same token twice in a row.
        <span key={`${index}-${id}`}>
          <TokenChip face={rowOf(id).face} /> <small>{formatCount(id)}</small>
        </span>
      ))}
    </span>
  );
}
