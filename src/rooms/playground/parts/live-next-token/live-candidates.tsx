import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import { formatInterval } from '../../../../core/numbers/format-interval.ts';
import type { PartialTrace } from '../../../../core/partial/partial-trace.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { barScale, type ScaleKind } from '../next-token/bar-scale.ts';
import candidates from '../next-token/candidates.module.css';
import { usePointerHeld } from '../tape/use-pointer-held.ts';
import { copy } from './copy.ts';
import { LiveBars } from './live-bars.tsx';
import styles from './live-next-token.module.css';
import { LiveRow } from './live-row.tsx';
import type { LiveTable } from './live-rows.ts';

interface Props {
  readonly trace: PartialTrace;
  readonly table: LiveTable;
  /** Place in the list of what is drawn. */
  readonly picked: number | undefined;
  readonly remainderPicked: boolean;
  readonly there: boolean;
  readonly scaleKind: ScaleKind;
  readonly onTake: (index: number) => void;
  readonly describedBy: string;
}

/** The provider's list as a table, and what it did not list as a row of its own. */
export function LiveCandidates(props: Props) {
  const { trace, table, picked, there, onTake } = props;
  const words = useCopy(copy);
  const held = usePointerHeld();
  const body = useRef<HTMLTableSectionElement>(null);
  const [active, setActive] = useState<number>();
  const focusNext = useRef(false);
  const scale = useMemo(() => barScale(props.scaleKind, table.largest), [props.scaleKind, table.largest]);
  const stages = useMemo(() => trace.stages.map(({ params }) => params), [trace]);
  const indices = table.rows.map((row) => row.index);
  const reachable = active !== undefined && indices.includes(active) ? active : indices[0];

  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    body.current?.querySelector<HTMLElement>(`tr[data-index="${active}"]`)?.focus();
  }, [active]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = indexAt(event.target) ?? active;
    const at = chosen === undefined ? -1 : indices.indexOf(chosen);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(indices.length - 1, at + 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: indices.length - 1,
    };
    const place = places[event.key];
    if (place !== undefined) {
      focusNext.current = true;
      setActive(indices[place]);
    } else if (event.key === 'Enter' && chosen !== undefined) onTake(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <table
      className={`${candidates['table']} ${styles['table']}`}
      aria-label={words.table}
      aria-describedby={props.describedBy}
    >
      <thead>
        <tr>
          <th scope="col">{words.token}</th>
          <th
            scope="col"
            className={candidates['modelHead']}
            data-start={formatProbability(scale.start)}
            data-end={formatProbability(scale.end)}
          >
            {words.modelHead}
          </th>
          <th scope="col" className={styles['finalHead']} style={{ textAlign: 'right' }}>
            {words.finalHead}
          </th>
          <th scope="col" className={candidates['statusHead']}>
            {words.status}
          </th>
        </tr>
      </thead>
      <tbody
        ref={body}
        data-still={held || undefined}
        onKeyDown={onKeyDown}
        onPointerOver={(event) => setActive(indexAt(event.target))}
        onPointerLeave={() => setActive(undefined)}
        onFocus={(event) => setActive(indexAt(event.target))}
        onDoubleClick={(event) => {
          const index = indexAt(event.target);
          if (index !== undefined) onTake(index);
        }}
      >
        {table.rows.map((row) => (
          <LiveRow
            key={row.index}
            row={row}
            stages={stages}
            scale={scale}
            picked={row.index === picked}
            active={row.index === active}
            reachable={row.index === reachable}
            there={there}
            words={words}
          />
        ))}
        {table.more.tokens > 0 && (
          <tr className={candidates['rest']}>
            <td className={candidates['tokenCell']}>{words.moreListed(formatCount(table.more.tokens))}</td>
            <td className={styles['number']}>{formatProbability(Math.min(1, table.more.model))}</td>
            <td />
            <td />
          </tr>
        )}
        <Remainder {...props} scale={scale} words={words} />
      </tbody>
    </table>
  );
}

function Remainder({
  trace,
  there,
  remainderPicked,
  scale,
  words,
}: Props & {
  readonly scale: ReturnType<typeof barScale>;
  readonly words: ReturnType<typeof useCopy<typeof copy.en>>;
}) {
  const { source, remainder } = trace;
  const cap = formatProbability(source.cap);
  const isAllListed = source.unknown === 0;
  const cut = remainder.final.high === 0 && remainder.model > 0;
  return (
    <tr className={candidates['rest']} data-picked={remainderPicked || undefined} data-remainder>
      <td className={candidates['tokenCell']}>{words.everythingElse}</td>
      <td>
        <span className={candidates['modelFlow']}>
          <LiveBars
            model={remainder.model}
            final={there ? undefined : remainder.final}
            removed={cut}
            band
            scale={scale}
          />
          <span className={styles['number']}>{formatProbability(remainder.model)}</span>
        </span>
      </td>
      <td className={styles['finalCell']}>
        {there ? (
          <span className={styles['soft']}>{words.notTold}</span>
        ) : (
          formatInterval(remainder.final.low, remainder.final.high)
        )}
      </td>
      <td className={candidates['statusCell']}>
        {isAllListed
          ? words.allListed
          : source.unknown === undefined
            ? words.notListedUnknown(cap)
            : words.notListed(formatCount(source.unknown), cap)}
        {cut && `, ${words.noneLeft}`}
      </td>
    </tr>
  );
}

function indexAt(target: EventTarget): number | undefined {
  const index = (target as HTMLElement).closest<HTMLElement>('tr[data-index]')?.dataset['index'];
  return index === undefined ? undefined : Number(index);
}
