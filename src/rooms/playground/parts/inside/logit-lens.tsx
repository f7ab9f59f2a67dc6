import { useMemo } from 'react';
import { formatProbability } from '../../../../core/numbers/format.ts';
import type { Inside } from '../../../../core/model/language-model.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { VocabularyBytes } from '../../../../core/tokens/vocabulary-bytes.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { selectLens } from '../../selectors/select-lens.ts';
import { tokenFace } from '../../../../ui/tokens/token-face.ts';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { activeAt } from './active-at.ts';
import { copy } from './copy.ts';
import styles from './inside.module.css';
import { useRoving } from './use-roving.ts';

interface LogitLensProps {
  readonly inside: Inside;
  readonly vocabulary: VocabularyBytes;
  readonly activeId: TokenId | undefined;
  readonly onActive: (id: TokenId | undefined) => void;
}

/** Tokens of each depth. */
const columns = 6;

/** What the model would say if it ended before its first layer, after its first, …, after its last. */
export function LogitLens({ inside, vocabulary, activeId, onActive }: LogitLensProps) {
  const words = useCopy(copy);
  const rows = useMemo(() => selectLens(inside, columns), [inside]);
  const places = rows[0]!.top.length;
  const roving = useRoving(rows.length * places, places);
  const depth = (layers: number) => {
    if (layers === 0) return words.before;
    return layers === inside.layers ? words.last(String(layers)) : words.after(String(layers));
  };
  return (
    <figure className={styles.lens}>
      <h3>{words.lens}</h3>
      <div className={styles.wide}>
        <table
          aria-label={words.lens}
          className={styles.table}
          onKeyDown={roving.onKeyDown}
          onFocus={roving.onFocus}
          {...activeAt(onActive)}
        >
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{words.depth}</span>
              </th>
              {rows[0]!.top.map((_, place) => (
                <th key={place} scope="col">
                  {words.rank(String(place + 1))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ layers, top }, row) => (
              <tr key={layers} data-last={layers === inside.layers || undefined}>
                <th scope="row">{depth(layers)}</th>
                {top.map(({ id, probability }, column) => {
                  const place = row * places + column;
                  return (
                    <td
                      key={column}
                      data-id={id}
                      data-place={place}
                      data-active={id === activeId || undefined}
                      tabIndex={place === roving.reachable ? 0 : -1}
                    >
                      <TokenChip face={tokenFace(id, vocabulary)} />
                      <span className={styles.number}>{formatProbability(probability)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
