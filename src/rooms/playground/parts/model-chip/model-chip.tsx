import type { LoadProgress } from '../../../../engines/model/engine.ts';
import { Button } from '../../../../ui/button.tsx';
import { copy as uiCopy } from '../../../../ui/copy.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { later } from '../../../../ui/later.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { storesOf, type Maker, type ModelId } from '../../models.ts';
import { copy } from './copy.ts';
import { megabytes, shortCount } from './megabytes.ts';
import styles from './model-chip.module.css';

/** Read on a press only. */
const ModelFacts = later(() => import('./model-facts.tsx').then((part) => part.ModelFacts));

export interface ModelChipProps {
  readonly chosen: ModelId;
  /** Whether the chosen one is still coming, is there, or cannot be had. */
  readonly phase: 'idle' | 'running' | 'done' | 'failed';
  readonly answering: Maker | undefined;
  /** Which model's bytes are coming; the chosen one's, or at the very start the stand-in's. */
  readonly loading: (LoadProgress & { readonly id: ModelId }) | undefined;
  readonly onCancel: () => void;
}

/** Which model answers, what it is made of and where it runs; while the chosen one loads, how far that is. */
export function ModelChip(props: ModelChipProps) {
  const { chosen, phase, answering, loading, onCancel } = props;
  const words = useCopy(copy);
  const { cancel } = useCopy(uiCopy);
  const share = loading && loading.total > 0 ? loading.loaded / loading.total : undefined;
  const figure =
    loading && share !== undefined
      ? words.figure((100 * share).toFixed(0), megabytes(loading.loaded), megabytes(loading.total))
      : '';
  if (answering === undefined)
    return (
      <span className={styles.said}>
        {phase === 'failed' ? words.failed : words.loading(loading?.id ?? chosen, figure)}
      </span>
    );
  const waits = answering.id !== chosen && phase === 'running';
  const said = waits ? words.standIn(answering.id, chosen) : words.answersNow(answering.id);
  return (
    <>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {waits && (
        <span className={styles.waits}>
          <span aria-hidden="true">{said}</span>
          <span className={styles.figure}>{figure}</span>
          <progress aria-label={said} max={1} value={share} />
          <Button onClick={onCancel}>{cancel}</Button>
        </span>
      )}
      {!waits && (
        <>
          {answering.id !== chosen && (
            <span className={styles.instead}>{words.instead(answering.id, chosen)}</span>
          )}
          <Facts maker={answering} />
        </>
      )}
    </>
  );
}

function Facts({ maker }: { readonly maker: Maker }) {
  const words = useCopy(copy);
  const facts = [
    words.megabytes(megabytes(maker.bytes)),
    words.stores[storesOf(maker.id)](shortCount(maker.parameters)),
    words.window(String(maker.capabilities.contextLength)),
    words.here,
  ];
  return (
    <Popover
      label={words.about(maker.id)}
      trigger={facts.join(' · ')}
      triggerProps={{ look: 'plain', className: styles.chip }}
      role="dialog"
      whenOpen
    >
      <div className={styles.facts}>
        <ModelFacts maker={maker} />
      </div>
    </Popover>
  );
}
