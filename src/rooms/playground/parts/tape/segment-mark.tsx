import type { TokenId } from '../../../../core/numbers/units.ts';
import { lengthOf } from './length-of.ts';
import styles from './tape.module.css';
import type { TapeStrip } from './tape-segments.ts';

/** Outlines one segment: the one under the needle, or the one that is active everywhere. */
export function SegmentMark({
  strip,
  id,
  look,
}: {
  readonly strip: TapeStrip;
  readonly id: TokenId | undefined;
  readonly look: 'picked' | 'active';
}) {
  const segment = id === undefined ? undefined : strip.segments.find((each) => each.id === id);
  if (segment === undefined) return null;
  return (
    <span
      className={styles.mark}
      data-look={look}
      style={{ left: lengthOf(segment.from), width: lengthOf(segment.share) }}
    />
  );
}
