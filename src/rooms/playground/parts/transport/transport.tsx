import { useId } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Slider } from '../../../../ui/slider.tsx';
import { copy } from './copy.ts';
import styles from './transport.module.css';

export interface TransportProps {
  /** There is a distribution to draw from. */
  readonly ready: boolean;
  readonly playing: boolean;
  readonly undoable: boolean;
  /** Why there is nothing to add although there is a distribution. */
  readonly whyNotStep?: string | undefined;
  /** The special token that the text ends with, in its own words, e.g. `<|endoftext|>`. */
  readonly endedWith: string | undefined;
  /** Step and Play go on after such a token. */
  readonly pastEnd: boolean;
  readonly onPastEnd: (pastEnd: boolean) => void;
  readonly onStep: () => void;
  readonly onPlay: () => void;
  readonly onPause: () => void;
  readonly onDraw: () => void;
  readonly onUndo: () => void;
  /** Tokens a second, 0.5 to 20. */
  readonly speed: number;
  readonly onSpeed: (speed: number) => void;
}

export function Transport(props: TransportProps) {
  const { ready, playing, undoable, endedWith, pastEnd, speed } = props;
  const words = useCopy(copy);
  const stopped = endedWith !== undefined && !pastEnd;
  const whyNot = !ready ? words.waiting : stopped ? words.atEnd(endedWith) : props.whyNotStep;
  const tokens = String(speed);
  return (
    <div className={styles.transport}>
      <div role="group" aria-label={words.group} className={styles.buttons}>
        <Action look="primary" shortcut="Space" note={words.stepNote} whyNot={whyNot} onPress={props.onStep}>
          {words.step}
        </Action>
        <Action
          shortcut="P"
          whyNot={playing ? undefined : whyNot}
          onPress={playing ? props.onPause : props.onPlay}
        >
          {playing ? words.pause : words.play}
        </Action>
        <Action
          shortcut="R"
          note={words.drawNote}
          whyNot={ready ? undefined : words.waiting}
          onPress={props.onDraw}
        >
          {words.draw}
        </Action>
        <Action
          shortcut="U"
          note={words.undoNote}
          whyNot={undoable ? undefined : words.nothingToUndo}
          onPress={props.onUndo}
        >
          {words.undo}
        </Action>
      </div>
      <div className={styles.speed}>
        <span aria-hidden="true">{words.speed}</span>
        <Slider
          label={words.speed}
          className={styles.slider}
          min={0.5}
          max={20}
          step={0.5}
          value={speed}
          valueText={words.perSecond(tokens)}
          onChange={props.onSpeed}
        />
        <span className={styles.rate} aria-hidden="true">
          {words.perSecondShort(tokens)}
        </span>
      </div>
      <Notice>
        {endedWith !== undefined && (
          <span className={styles.ended}>
            {pastEnd ? words.atEnd(endedWith) : words.stoppedAt(endedWith)}
            <Checkbox label={words.goOn} checked={pastEnd} onChange={props.onPastEnd} />
          </span>
        )}
      </Notice>
    </div>
  );
}

interface ActionProps {
  readonly look?: 'primary' | 'quiet';
  readonly shortcut: string;
  readonly note?: string;
  /** Set when it cannot be pressed now: the reason. It stays in the tab order, so that the reason can be heard. */
  readonly whyNot: string | undefined;
  readonly onPress: () => void;
  readonly children: string;
}

function Action({ look = 'quiet', shortcut, note, whyNot, onPress, children }: ActionProps) {
  const reason = useId();
  const said = whyNot ?? note;
  return (
    <>
      <Button
        look={whyNot === undefined ? look : 'quiet'}
        shortcut={shortcut}
        title={said}
        aria-disabled={whyNot !== undefined || undefined}
        aria-describedby={said === undefined ? undefined : reason}
        onClick={whyNot === undefined ? onPress : undefined}
      >
        {children}
      </Button>
      {said !== undefined && (
        <span id={reason} hidden>
          {said}
        </span>
      )}
    </>
  );
}
