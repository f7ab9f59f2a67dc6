import { useRef } from 'react';
import type { MergedPiece } from '../../../../core/tokens/explained-piece.ts';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { MergePart } from '../../../../core/tokens/merge-tree.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { tokenColour } from '../../../../ui/token-colour.ts';
import { SaveTree } from '../picture/save-tree.tsx';
import { byteFace, hexBytes } from './byte-face.ts';
import { charactersOf } from './characters-of.ts';
import { copy } from './copy.ts';
import styles from './merges.module.css';
import { treeLayout, type PlacedPart } from './tree-layout.ts';

/** Of 16 to the page's basic size. */
const column = 44;
const rowHeight = 62;
const chipHeight = 24;
/** From a chip's top to the next row's line: the chip, and what is written under it. */
const stand = 42;
const letter = 7.8;
/** Of the row that names the characters of several bytes. */
const characterHeight = 24;

interface MergeTreePictureProps {
  readonly piece: MergedPiece;
  /** The tree of all steps. */
  readonly roots: readonly MergePart[];
  /** Steps that have been made; what comes later is only hinted at. */
  readonly at: number;
}

/** Bytes at the bottom, tokens at the top; every join names its rank. */
export function MergeTreePicture({ piece, roots, at }: MergeTreePictureProps) {
  const words = useCopy(copy);
  const svg = useRef<SVGSVGElement>(null);
  const { columns, rows, parts } = treeLayout(roots);
  const width = columns * column;
  const characters = charactersOf(piece.bytes);
  const ground = (rows - 1) * rowHeight + stand;
  const height = ground + (characters.length > 0 ? characterHeight : 2);
  const top = (row: number) => (rows - 1 - row) * rowHeight + 1;
  const { label } = byteFace(0, piece.bytes);
  const said = words.treeSaid(label, formatCount(piece.steps.length), formatCount(roots.length));
  return (
    <>
      <div className={styles.treeBox} role="region" aria-label={words.tree} tabIndex={0}>
        <svg
          ref={svg}
          role="img"
          aria-label={said}
          className={styles.tree}
          viewBox={`0 0 ${width} ${height}`}
          style={{ width: `${width / 16}rem` }}
        >
          {parts.map((placed) => (
            <g key={`${placed.part.from}-${placed.part.to}`} data-state={stateOf(placed.part.step, at)}>
              {placed.made && <path className={styles.branch} d={branch(placed, placed.made, top)} />}
              <Join placed={placed} bytes={piece.bytes} y={top(placed.row)} />
            </g>
          ))}
          {characters.map(({ from, to, label }) => (
            <g key={from}>
              <path className={styles.character} d={`M${from * column + 10} ${ground}H${to * column - 10}`} />
              <text className={styles.label} x={((from + to) / 2) * column} y={ground + 18}>
                {label}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <SaveTree
        svg={svg}
        piece={label}
        bytes={piece.bytes.length}
        merges={piece.steps.length}
        at={at}
        tokens={roots.length}
      />
    </>
  );
}

interface JoinProps {
  readonly placed: PlacedPart;
  readonly bytes: Uint8Array;
  readonly y: number;
}

function Join({ placed: { part, x }, bytes, y }: JoinProps) {
  const words = useCopy(copy);
  const own = bytes.subarray(part.from, part.to);
  const face = byteFace(part.id, own);
  const room = (part.to - part.from) * column - 4;
  // Bytes always have room: three letters of 7.8 to a column of 44.
  const label = widthOf(face.label) + 8 > room ? hexBytes(own) : face.label;
  const wide = Math.max(24, widthOf(label) + 8);
  const middle = x * column;
  const under = part.made === undefined ? hexBytes(own) : words.rank(formatCount(part.made.rank));
  return (
    <>
      <rect
        className={styles.chip}
        x={middle - wide / 2}
        y={y}
        width={wide}
        height={chipHeight}
        rx={3}
        style={{ fill: tokenColour(part.id) }}
      />
      <text className={styles.label} x={middle} y={y + 16.5}>
        {label}
      </text>
      {under !== label && (
        <text className={styles.under} x={middle} y={y + chipHeight + 12}>
          {under}
        </text>
      )}
    </>
  );
}

function stateOf(step: number, at: number): 'made' | 'now' | 'coming' {
  if (step > at) return 'coming';
  return step === at && step > 0 ? 'now' : 'made';
}

/** From the tops of the two parts up to a line under what they become. */
function branch(
  { x, row }: PlacedPart,
  { left, right }: NonNullable<PlacedPart['made']>,
  top: (row: number) => number,
): string {
  const line = top(row) + stand + 6;
  return [
    `M${left.x * column} ${top(left.row)}V${line}H${right.x * column}V${top(right.row)}`,
    `M${x * column} ${line}v-6`,
  ].join('');
}

/** Full-width characters take two letters' room. */
function widthOf(label: string): number {
  let letters = 0;
  for (const character of label) letters += character.codePointAt(0)! >= 0x1100 ? 2 : 1;
  return letters * letter;
}
