import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { formatProbability } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { Trace } from '../../../../core/sampling/trace.ts';
import { useCopy } from '../../../../ui/language.tsx';
import type { TokenFace } from '../../../../ui/tokens/token-face.ts';
import { later } from '../../../../ui/later.tsx';
import { usePointerHeld } from '../tape/use-pointer-held.ts';
import { barScale, type ScaleKind } from './bar-scale.ts';
import { CandidateRow } from './candidate-row.tsx';
import { copy } from './copy.ts';
import { neighbourRow } from './neighbour-row.ts';
import styles from './candidates.module.css';
import { RestRow } from './rest-row.tsx';
import type { CandidateTable } from './select-candidates.ts';

/** Sentences and sums that are read on a press only. */
const Explanation = later(() => import('../explanation/explanation.tsx').then((part) => part.Explanation));

export interface TableProps {
  /** The arithmetic of a number; undefined while it is not there to be looked up. */
  readonly explain: Trace['explain'] | undefined;
  readonly faceOf: (id: TokenId) => TokenFace;
  readonly table: CandidateTable;
  readonly scaleKind: ScaleKind;
  readonly activeId: TokenId | undefined;
  readonly onActive: (id: TokenId | undefined) => void;
  readonly onTake: (id: TokenId) => void;
  readonly onUnpin: ((id: TokenId) => void) | undefined;
  /** Bars follow at once, because the cause is not the reader; they also do while anything is dragged. */
  readonly still: boolean;
  /** Id of the sentence that says how to choose and take. */
  readonly describedBy: string;
}

/** `turn` tells an explanation from the one before it, whose closing may be heard after this one opened. */
interface Opened {
  readonly turn: number;
  readonly at: { readonly id: TokenId; readonly anchor: HTMLElement } | undefined;
}

export function CandidatesTable(props: TableProps) {
  const { faceOf, table, activeId, onActive, onTake, still } = props;
  const words = useCopy(copy);
  const held = usePointerHeld();
  const body = useRef<HTMLTableSectionElement>(null);
  const [opened, setOpened] = useState<Opened>({ turn: 0, at: undefined });
  const focusNext = useRef(false);
  const scale = useMemo(() => barScale(props.scaleKind, table.largest), [props.scaleKind, table.largest]);
  const reachable = table.rows.some((row) => row.id === activeId) ? activeId : table.rows[0]?.id;

  // Arrow keys move the focus with the choice, once the row that they chose is there.
  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    body.current?.querySelector<HTMLElement>(`tr[data-id="${activeId}"]`)?.focus();
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const onRow = (event.target as HTMLElement).closest('button') === null;
    const chosen = idAt(event.target) ?? activeId;
    const next = {
      ArrowDown: () => neighbourRow(table.rows, chosen, 1),
      ArrowUp: () => neighbourRow(table.rows, chosen, -1),
      Home: () => table.rows[0]?.id,
      End: () => table.rows.at(-1)?.id,
    }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (next !== undefined) {
      focusNext.current = true;
      onActive(next());
    } else if (event.key === 'Enter' && onRow && chosen !== undefined) onTake(chosen);
    else {
      // A press of a button must not also be a key of the room.
      if (!onRow && (event.key === 'Enter' || event.key === ' ')) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const explain = useCallback((id: TokenId, anchor: HTMLElement) => {
    setOpened((now) => ({ turn: now.turn + 1, at: { id, anchor } }));
  }, []);

  return (
    <>
      <table className={styles.table} aria-label={words.table} aria-describedby={props.describedBy}>
        <thead>
          <tr>
            <th scope="col">{words.token}</th>
            <th
              scope="col"
              className={styles.modelHead}
              data-start={formatProbability(scale.start)}
              data-end={formatProbability(scale.end)}
            >
              {words.model}
            </th>
            <th scope="col" className={styles.finalHead}>
              {words.final}
            </th>
            <th scope="col" className={styles.statusHead}>
              {words.status}
            </th>
          </tr>
        </thead>
        <tbody
          ref={body}
          data-still={still || held || undefined}
          onKeyDown={onKeyDown}
          onPointerOver={(event) => onActive(idAt(event.target))}
          onPointerLeave={() => onActive(undefined)}
          onFocus={(event) => onActive(idAt(event.target))}
          onDoubleClick={(event: MouseEvent) => {
            const id = idAt(event.target);
            if (id !== undefined && (event.target as HTMLElement).closest('button') === null) onTake(id);
          }}
        >
          {table.rows.map((candidate) => (
            <CandidateRow
              key={candidate.id}
              candidate={candidate}
              face={faceOf(candidate.id)}
              scale={scale}
              active={candidate.id === activeId}
              reachable={candidate.id === reachable}
              words={words}
              onExplain={explain}
              onUnpin={props.onUnpin}
            />
          ))}
          <RestRow rest={table.rest} words={words} />
        </tbody>
      </table>
      {opened.at !== undefined && props.explain !== undefined && (
        <Explanation
          key={opened.turn}
          explanation={props.explain(opened.at.id)}
          face={faceOf(opened.at.id)}
          candidates={table.candidates}
          anchor={opened.at.anchor}
          onTake={onTake}
          onClose={() => setOpened((now) => (now.turn === opened.turn ? { ...now, at: undefined } : now))}
        />
      )}
    </>
  );
}

function idAt(target: EventTarget): TokenId | undefined {
  const id = (target as HTMLElement).closest<HTMLElement>('tr[data-id]')?.dataset['id'];
  return id === undefined ? undefined : Number(id);
}
