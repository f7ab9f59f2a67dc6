import { useState } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { MergePart } from '../../../../core/tokens/merge-tree.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { byteFace } from './byte-face.ts';
import { copy } from './copy.ts';
import styles from './merges.module.css';

interface MergeTableProps {
  readonly bytes: Uint8Array;
  /** What each step made, in their order. */
  readonly joins: readonly MergePart[];
  readonly at: number;
}

/** All merges in their order, for who cannot see the tree or wants the figures. */
export function MergeTable({ bytes, joins, at }: MergeTableProps) {
  const words = useCopy(copy);
  const [open, setOpen] = useState(false);
  const chip = ({ id, from, to }: MergePart) => <TokenChip face={byteFace(id, bytes.subarray(from, to))} />;
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.asTable}</summary>
      {open && (
        <div className={styles.tableBox} role="region" aria-label={words.table} tabIndex={0}>
          <table aria-label={words.table}>
            <thead>
              <tr>
                <th scope="col">{words.stepHead}</th>
                <th scope="col">{words.left}</th>
                <th scope="col">{words.right}</th>
                <th scope="col">{words.result}</th>
                <th scope="col">{words.rankHead}</th>
              </tr>
            </thead>
            <tbody>
              {joins.map((part) => (
                <tr key={part.step} aria-current={part.step === at ? 'step' : undefined}>
                  <th scope="row">{formatCount(part.step)}</th>
                  <td>{part.made && chip(part.made.left)}</td>
                  <td>{part.made && chip(part.made.right)}</td>
                  <td>{chip(part)}</td>
                  <td>{part.made && formatCount(part.made.rank)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
