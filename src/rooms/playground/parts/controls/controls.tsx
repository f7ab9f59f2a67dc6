import { useCallback, useId, useLayoutEffect, useRef, useState } from 'react';
import type { StageName } from '../../../../core/sampling/stages.ts';
import { Button } from '../../../../ui/button.tsx';
import { classNames } from '../../../../ui/class-names.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { isChanged, isNeutral, settingsOfPreset, type SamplerSettings } from '../../sampler-settings.ts';
import { BiasStage } from './bias-stage.tsx';
import styles from './controls.module.css';
import { copy } from './copy.ts';
import { Help } from './help.tsx';
import { moveStage } from './move-stage.ts';
import { ParameterStage } from './parameter-stage.tsx';
import type { ShownParameter } from './parameter-field.tsx';
import { PenaltiesStage } from './penalties-stage.tsx';
import { PresetLine } from './preset-line.tsx';
import { SeedField } from './seed-field.tsx';
import type { StageFact } from './stage-fact.ts';
import { stageOfParameter } from './stage-of-parameter.ts';
import { useDragOrder } from './use-drag-order.ts';
import { usualValues } from './usual-values.ts';

export interface ControlsProps {
  readonly settings: SamplerSettings;
  /** On every movement of a slider, not only when it is let go. */
  readonly onChange: (settings: SamplerSettings) => void;
  readonly seed: number;
  readonly onSeed: (seed: number) => void;
  /** The model's; top-k accepts up to this. */
  readonly vocabularySize: number;
  /** Tokens with a bias in force. */
  readonly biasCount: number;
  /** From the trace; a stage that did not run has none. */
  readonly facts: Readonly<Partial<Record<StageName, StageFact>>>;
}

/** The sampler's stages in the order in which they act, each with its numbers; the order can be changed. */
export function Controls(props: ControlsProps) {
  const { settings, seed, onSeed, vocabularySize, biasCount, facts } = props;
  const words = useCopy(copy);
  const title = useId();
  const list = useRef<HTMLOListElement>(null);
  const [ordering, setOrdering] = useState(false);
  const [announced, setAnnounced] = useState('');

  // The handlers stay the same, so that a line renders only when its own numbers change.
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const change = useCallback((patch: (now: SamplerSettings) => Partial<SamplerSettings>): void => {
    const now = latest.current.settings;
    const next = { ...now, ...patch(now) };
    latest.current = { ...latest.current, settings: next };
    latest.current.onChange(next);
  }, []);
  const onValue = useCallback(
    (parameter: ShownParameter, value: number) =>
      change(({ enabled }) => ({
        [parameter]: value,
        enabled: { ...enabled, [stageOfParameter[parameter]]: true },
      })),
    [change],
  );
  const onUse = useCallback(
    (stage: StageName, on: boolean) =>
      change((now) => ({
        ...(on && isNeutral(now, stage) && usualValues[stage]),
        enabled: { ...now.enabled, [stage]: on },
      })),
    [change],
  );
  const move = useCallback(
    (from: number, to: number): void => {
      const stage = latest.current.settings.order[from]!;
      change(({ order }) => ({ order: moveStage(order, from, to) }));
      setAnnounced(words.moved(words.stages[stage], String(to + 1)));
    },
    [change, words],
  );
  const focusLost = useRef<HTMLElement>(undefined);
  const onMove = useCallback(
    (stage: StageName, to: number): void => {
      if (document.activeElement instanceof HTMLElement) focusLost.current = document.activeElement;
      move(latest.current.settings.order.indexOf(stage), to);
    },
    [move],
  );
  // subtle: moving a line in the document takes the focus from the button that asked for it.
  useLayoutEffect(() => {
    focusLost.current?.focus();
    focusLost.current = undefined;
  }, [settings.order]);
  const { drag, onGrab } = useDragOrder(list, move);
  const onPreset = useCallback(
    (preset: SamplerSettings['preset']) => preset !== 'custom' && change(() => settingsOfPreset(preset)),
    [change],
  );

  const acting = (stage: StageName): boolean => settings.enabled[stage] && !isNeutral(settings, stage);
  const line = (stage: StageName, place: number) => {
    const fact = facts[stage];
    const frame = { stage, place, ordering, removed: fact?.removed, note: fact?.note, onUse, onMove, onGrab };
    const one = { ...frame, acting: acting(stage), onChange: onValue };
    switch (stage) {
      case 'logit-bias':
        return <BiasStage key={stage} {...frame} count={biasCount} enabled={settings.enabled[stage]} />;
      case 'penalties': {
        const { repetition, frequency, presence, lastN } = settings;
        return <PenaltiesStage key={stage} {...one} {...{ repetition, frequency, presence, lastN }} />;
      }
      case 'temperature':
        return <ParameterStage key={stage} {...one} parameter="temperature" value={settings.temperature} />;
      case 'top-k':
        return (
          <ParameterStage key={stage} {...one} parameter="topK" value={settings.topK} max={vocabularySize} />
        );
      case 'top-p':
        return <ParameterStage key={stage} {...one} parameter="topP" value={settings.topP} />;
      case 'min-p':
        return <ParameterStage key={stage} {...one} parameter="minP" value={settings.minP} />;
    }
  };

  return (
    <section aria-labelledby={title} className={styles['controls']}>
      <header className={styles['header']}>
        <h2 id={title}>{words.title}</h2>
        <PresetLine preset={settings.preset} changed={isChanged(settings)} onPreset={onPreset} />
      </header>
      <ol
        ref={list}
        role="list"
        aria-labelledby={title}
        className={classNames(styles['stages'], drag && styles['dragging'])}
        data-gap={drag && drag.gap !== drag.from && drag.gap !== drag.from + 1 ? drag.gap : undefined}
        data-from={drag?.from}
      >
        {settings.order.map(line)}
      </ol>
      <div className={styles['order']}>
        <Button
          look="plain"
          className={styles['small']}
          aria-pressed={ordering}
          onClick={() => setOrdering(!ordering)}
        >
          {ordering ? words.orderDone : words.order}
        </Button>
        <div className={styles['rules']}>
          {ordering ? words.orderHint : words.ruleLine[settings.rules]}{' '}
          {!ordering && <Help name={words.rules} topic={{ rules: settings.rules }} />}
        </div>
      </div>
      <p role="status" className="visually-hidden">
        {announced}
      </p>
      <SeedField seed={seed} onChange={onSeed} />
    </section>
  );
}
