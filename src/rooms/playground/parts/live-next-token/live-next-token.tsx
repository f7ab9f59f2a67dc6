import { useId, useMemo, useRef, useState } from 'react';
import type { Capabilities } from '../../../../../shared/wire/capabilities.ts';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { PartialTrace } from '../../../../core/partial/partial-trace.ts';
import type { StageName } from '../../../../core/sampling/stages.ts';
import type { AskedAs } from '../../../../engines/live/live-client.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Progress } from '../../../../ui/progress.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import type { ScaleKind } from '../next-token/bar-scale.ts';
import part from '../next-token/next-token.module.css';
import { ScaleSwitch } from '../next-token/scale-switch.tsx';
import { useRowCount } from '../next-token/use-row-count.ts';
import { copy } from './copy.ts';
import { LiveCandidates } from './live-candidates.tsx';
import styles from './live-next-token.module.css';
import { liveRows } from './live-rows.ts';

export type LiveNextTokenState =
  | { readonly phase: 'loading'; readonly what: 'connecting' | 'probing' | 'asking' }
  | { readonly phase: 'failed'; readonly sentence: string; readonly onRetry: () => void }
  | {
      readonly phase: 'ready';
      readonly trace: PartialTrace;
      readonly capabilities: Capabilities;
      readonly askedAs: AskedAs;
      /** Parameters that the model refuses, and stages that its protocol has no words for. */
      readonly dropped: readonly string[];
      readonly unsent: readonly StageName[];
      /** A bias is set that cannot be used: the ids of the model's tokens are not known. */
      readonly biasLost: boolean;
      /** The provider draws. */
      readonly there: boolean;
      /** A newer answer is on its way. */
      readonly stale: boolean;
    };

export interface LiveNextTokenProps {
  readonly state: LiveNextTokenState;
  readonly model: string;
  /** Place in the list of what is drawn. */
  readonly picked: number | undefined;
  readonly remainderPicked: boolean;
  readonly onTake: (index: number) => void;
  readonly scale: ScaleKind;
  readonly onScale: (scale: ScaleKind) => void;
  readonly rows: number | 'fill';
}

/** However little room there is; and what the row of the remainder and that of the listed ones take more than the usual. */
const leastRows = 4;
const rowsOfRest = 2;

/** What a live model told of the next token, what it did not, and what follows from that. */
export function LiveNextToken(props: LiveNextTokenProps) {
  const { state, model, picked, rows } = props;
  const words = useCopy(copy);
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const measured = useRowCount(box, rows === 'fill');
  const [many, setMany] = useState(false);
  const ready = state.phase === 'ready' ? state : undefined;
  const listed = ready?.trace.source.known.length ?? 0;
  const fits = rows === 'fill' ? Math.max(leastRows, measured - rowsOfRest) : rows;
  const wanted = many ? listed : fits;
  const table = useMemo(() => ready && liveRows(ready.trace, wanted, picked), [ready, wanted, picked]);
  return (
    <section
      className={part['part']}
      data-fill={rows === 'fill' || undefined}
      aria-busy={state.phase === 'loading' || ready?.stale === true}
    >
      <header className={part['head']}>
        <h2>{words.title}</h2>
        {ready && (
          <span className={part['fact']}>
            {words.listed(formatCount(listed - (ready.trace.source.outside === undefined ? 0 : 1)), model)}
          </span>
        )}
        <span className={part['key']} data-key="model">
          {words.model}
        </span>
        <span className={part['key']} data-key="final">
          {words.final}
        </span>
        <span className={styles['key']}>{words.unsure}</span>
        <ScaleSwitch kind={props.scale} onKind={props.onScale} />
      </header>
      {ready && <Notes {...ready} />}
      <div ref={box} className={part['box']}>
        <div className={part['scroller']} data-many={many || undefined}>
          {state.phase === 'loading' && (
            <div className={part['waiting']}>
              <Progress label={state.what === 'connecting' ? words.connecting : words[state.what](model)} />
              <Skeleton rows={fits} label={words.asking(model)} />
            </div>
          )}
          {state.phase === 'failed' && (
            <div role="alert" className={part['failed']}>
              <p>{state.sentence}</p>
              <Button onClick={state.onRetry}>{words.retry}</Button>
            </div>
          )}
          {ready && table && (
            <div className={ready.stale ? styles['stale'] : undefined}>
              <LiveCandidates
                trace={ready.trace}
                table={table}
                picked={picked}
                remainderPicked={props.remainderPicked}
                there={ready.there}
                scaleKind={props.scale}
                onTake={props.onTake}
                describedBy={hint}
              />
            </div>
          )}
        </div>
      </div>
      {ready && (many || listed > fits) && (
        <footer className={part['foot']}>
          <Button look="plain" className={part['tool']} onClick={() => setMany(!many)}>
            {many ? words.showFewer : words.showMore(formatCount(listed))}
          </Button>
        </footer>
      )}
      <p id={hint} className="visually-hidden">
        {words.hint}
      </p>
    </section>
  );
}

/** Which two probabilities these are, and what was not sent. */
function Notes({
  capabilities,
  there,
  askedAs,
  dropped,
  unsent,
  biasLost,
}: Extract<LiveNextTokenState, { readonly phase: 'ready' }>) {
  const words = useCopy(copy);
  return (
    <p className={part['note']}>
      {[
        words.reported[reportedOf(capabilities)],
        there ? words.finalThere : words.finalHere,
        askedAs === 'answer' && words.answers,
        dropped.length > 0 && words.dropped(dropped.join(', ')),
        biasLost && words.biasLost,
        there && unsent.length > 0 && words.unsent(unsent.map((stage) => words.stages[stage]).join(', ')),
      ]
        .filter((sentence) => sentence !== false)
        .join(' ')}
    </p>
  );
}

function reportedOf({ logprobsAfter: { temperature, bias } }: Capabilities) {
  if (temperature === null || bias === null) return 'unknown';
  if (temperature) return bias ? 'tempered' : 'temperature';
  return bias ? 'bias' : 'raw';
}
