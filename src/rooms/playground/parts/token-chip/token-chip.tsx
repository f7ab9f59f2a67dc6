import type { Ref } from 'react';
import { tokenColour } from '../../../../ui/token-colour.ts';
import type { TokenFace } from '../../selectors/token-face.ts';
import styles from './token-chip.module.css';

interface Props {
  readonly face: TokenFace;
  readonly removed?: boolean;
  readonly id?: string;
  readonly ref?: Ref<HTMLSpanElement>;
}

/** A token with its whitespace drawn, on the colour of its id. */
export function TokenChip({ face, removed = false, id, ref }: Props) {
  return (
    <span
      ref={ref}
      id={id}
      className={styles.chip}
      data-kind={face.kind}
      data-removed={removed || undefined}
      style={{ backgroundColor: tokenColour(face.id) }}
      title={`${face.label} · ${face.id}`}
    >
      {face.label}
    </span>
  );
}
