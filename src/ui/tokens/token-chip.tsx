import type { Ref } from 'react';
import { tokenColour } from '../token-colour.ts';
import type { TokenFace } from './token-face.ts';
import styles from './token-chip.module.css';

interface Props {
  readonly face: TokenFace;
  readonly removed?: boolean;
  /** A CSS colour in place of the id's own. */
  readonly ground?: string | undefined;
  /** The id only gives the colour, and is not told. */
  readonly unnumbered?: boolean;
  /** What the tip says after label and id. */
  readonly more?: string | undefined;
  readonly id?: string;
  readonly ref?: Ref<HTMLSpanElement>;
}

/** A token with its whitespace drawn, on the colour of its id. */
export function TokenChip({ face, removed = false, ground, unnumbered = false, more, id, ref }: Props) {
  const tip = [face.label, unnumbered ? undefined : String(face.id), more];
  return (
    <span
      ref={ref}
      id={id}
      className={styles.chip}
      data-kind={face.kind}
      data-removed={removed || undefined}
      style={{ backgroundColor: ground ?? tokenColour(face.id) }}
      title={tip.filter((part) => part !== undefined).join(' · ')}
    >
      {face.label}
    </span>
  );
}
