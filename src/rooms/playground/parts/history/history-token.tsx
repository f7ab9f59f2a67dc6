import { memo, useId } from 'react';
import { formatBits, formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import type { Bits, Probability, TokenId } from '../../../../core/numbers/units.ts';
import { useCopy } from '../../../../ui/language.tsx';
import type { TokenFace } from '../../../../ui/tokens/token-face.ts';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { copy } from './copy.ts';
import styles from './history.module.css';

interface Props {
  readonly index: number;
  readonly id: TokenId;
  /** The model that the figures are of. */
  readonly maker: string;
  readonly byHand: boolean;
  readonly final: Probability;
  readonly surprisal: Bits;
  readonly height: number;
  readonly face: TokenFace;
  readonly active: boolean;
  readonly onActive: (id: TokenId | undefined) => void;
  readonly onRewind: (index: number) => void;
}

/** Its props are plain values, so that a new token draws itself alone. */
export const HistoryToken = memo(function HistoryToken(props: Props) {
  const { index, id, maker, byHand, face, onActive, onRewind } = props;
  const words = useCopy(copy);
  const described = useId();
  const final = formatProbability(props.final);
  const bits = words.bits(formatBits(props.surprisal));
  const how = `, ${words.by(maker)}${byHand ? `, ${words.byHand}` : ''}`;
  return (
    <li
      className={styles.token}
      data-active={props.active || undefined}
      data-hand={byHand || undefined}
      title={`${words.final(final)}, ${bits}${how}`}
      onPointerEnter={() => onActive(id)}
    >
      <span className={styles.column} aria-hidden="true">
        <i
          className={styles.bar}
          style={{
            height: `${(props.height * 100).toFixed(1)}%`,
            opacity: 0.35 + 0.65 * props.height,
          }}
        />
      </span>
      <span id={described} className={styles.words}>
        <TokenChip face={face} />
        <span className={styles.final}>{final}</span>
        <span className="visually-hidden">
          {bits}
          {how}
        </span>
      </span>
      <button
        type="button"
        className={styles.rewind}
        aria-label={words.rewind(formatCount(index + 1))}
        aria-describedby={described}
        onFocus={() => onActive(id)}
        onClick={() => onRewind(index)}
      />
    </li>
  );
});
