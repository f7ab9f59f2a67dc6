import type { PointerEvent, ReactNode } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { StageName } from '../../../../core/sampling/stages.ts';
import { classNames } from '../../../../ui/class-names.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Switch } from '../../../../ui/switch.tsx';
import styles from './controls.module.css';
import { copy } from './copy.ts';
import { Help } from './help.tsx';
import type { StageFact } from './stage-fact.ts';

/** What every stage's line needs; all handlers stay the same from render to render. */
export interface StageFrame {
  readonly stage: StageName;
  /** 0 acts first. */
  readonly place: number;
  readonly ordering: boolean;
  readonly removed: StageFact['removed'] | undefined;
  readonly note: StageFact['note'];
  readonly onUse: (stage: StageName, on: boolean) => void;
  readonly onMove: (stage: StageName, place: number) => void;
  readonly onGrab: (event: PointerEvent<HTMLElement>, place: number) => void;
}

interface StageRowProps extends StageFrame {
  /** On, and with a value that does something. */
  readonly acting: boolean;
  /** Nothing to switch on. */
  readonly unusable?: boolean;
  readonly value: ReactNode;
  readonly children?: ReactNode;
}

/** One line of the acting order: place, name, what it did, its value, and on or off. */
export function StageRow(props: StageRowProps) {
  const { stage, place, ordering, acting, unusable = false, value, children, onMove } = props;
  const words = useCopy(copy);
  const name = words.stages[stage];
  const first = place === 0;
  const last = place === 5;
  return (
    <li className={classNames(styles['stage'], !acting && styles['resting'])} data-stage={stage}>
      <span
        className={classNames(styles['place'], ordering && styles['grip'])}
        aria-hidden="true"
        onPointerDown={(event) => props.onGrab(event, place)}
      >
        <span>{place + 1}</span>
        <Icon name="grip" />
      </span>
      <span className={styles['name']}>{name}</span>
      <Help name={name} topic={{ stage }} />
      <span className={styles['fact']}>{!ordering && factOf(props, words)}</span>
      <span className={styles['value']}>{value}</span>
      {ordering ? (
        <span className={styles['moves']}>
          <IconButton
            icon="up"
            label={words.earlier(name)}
            aria-disabled={first}
            onClick={() => !first && onMove(stage, place - 1)}
          />
          <IconButton
            icon="down"
            label={words.later(name)}
            aria-disabled={last}
            onClick={() => !last && onMove(stage, place + 1)}
          />
        </span>
      ) : (
        <Switch
          label={words.use(name)}
          labelHidden
          checked={acting}
          disabled={unusable}
          onChange={(on) => props.onUse(stage, on)}
        />
      )}
      {children !== undefined && <div className={styles['below']}>{children}</div>}
    </li>
  );
}

function factOf(
  { acting, removed = 0, note }: StageRowProps,
  words: ReturnType<typeof useCopy<(typeof copy)['en']>>,
): string | false {
  if (!acting) return words.off;
  if (note === 'argmax') return words.onlyBest;
  if (note === 'kept-best') return words.keptBest;
  return removed > 0 && words.removed(formatCount(removed));
}
