import type { Ref } from 'react';
import { tokenColour } from '../../../../ui/token-colour.ts';
import type { TokenFace } from '../../selectors/token-face.ts';
import styles from './token-chip.module.css';

interface Props {
  readonly face: TokenFace;
  readonly removed?: boolean;
  /** A CSS colour in place of the id's own. */
  readonly ground?: string | undefined;
  /** What the tip says after label and id. */
  readonly more?: string | undefined;
  readonly id?: string;
  readonly ref?: Ref<HTMLSpanElement>;
}

/** A token with its whitespace drawn, on the colour of its id. */
export function TokenChip({ face, removed = false, ground, more, id, ref }: Props) {
  return (
    <span
      ref={ref}
      id={id}
      className={styles.chip}
      data-kind={face.kind}
      data-removed={removed || undefined}
      style={{ backgroundColor: ground ?? tokenColour(face.id) }}
      title={`${face.label} · ${face.id}${more === undefined ? '' : ` · ${more}`}`}
    >
      {face.label}
    </span>
  );
}
