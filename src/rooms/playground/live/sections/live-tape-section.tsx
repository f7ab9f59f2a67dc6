import { useMemo } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import { valueOf } from '../../../../state/async.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { NumberField } from '../../../../ui/number-field.tsx';
import { LiveHistory } from '../../parts/live-history/live-history.tsx';
import { LiveTape } from '../../parts/live-tape/live-tape.tsx';
import { Transport } from '../../parts/transport/transport.tsx';
import { usePlayground, usePlaygroundState } from '../../playground-context.tsx';
import room from '../../playground-room.module.css';
import { liveFace } from '../../../../ui/tokens/live-face.ts';
import { liveWords, whyNotStep } from '../live-words.ts';
import { standing } from '../stepper.ts';
import { useLivePick, placeOf } from '../use-live-pick.ts';
import { useLiveRoom, useLiveState } from '../use-live.ts';
import styles from './live-sections.module.css';

export function LiveTapeSection() {
  return (
    <div className={room['tape']}>
      <TheTape />
      <div className={room['transport']}>
        <div className={room['bar']}>
          <TheTransport />
        </div>
        <TheHistory />
      </div>
      <Plan />
    </div>
  );
}

function TheTape() {
  const playground = usePlayground();
  const words = useCopy(liveWords);
  const trace = useLiveState((state) => state.trace);
  const there = useLiveState((state) => valueOf(state.answer)?.sampler === 'there');
  const pick = useLivePick();
  const said = pick?.kind === 'token' ? liveFace(pick.token).label : whyNotStep(pick, words);
  return (
    <LiveTape
      trace={trace?.ok === true ? trace.value : undefined}
      there={there}
      u={usePlaygroundState((state) => state.u)}
      onU={playground.setU}
      picked={placeOf(pick)}
      said={said ?? ''}
    />
  );
}

function TheTransport() {
  const playground = usePlayground();
  const words = useCopy(liveWords);
  const pick = useLivePick();
  const ready = useLiveState((state) => state.answer.phase === 'done');
  const answers = useLiveState((state) => valueOf(state.answer)?.next.askedAs === 'answer');
  const speed = usePlaygroundState((state) => state.speed);
  const whyNot = answers ? words.answersOnly : whyNotStep(pick, words);
  return (
    <>
      <Transport
        ready={ready}
        whyNotStep={whyNot}
        playing={usePlaygroundState((state) => state.playing)}
        undoable={usePlaygroundState((state) => state.undoable > 0)}
        endedWith={undefined}
        pastEnd={false}
        onPastEnd={playground.setPastEnd}
        onStep={() => void playground.step()}
        onPlay={() => void playground.play()}
        onPause={playground.pause}
        onDraw={playground.newDraw}
        onUndo={playground.undo}
        speed={speed}
        onSpeed={playground.setSpeed}
      />
      {ready && whyNot !== undefined && <Notice>{whyNot}</Notice>}
    </>
  );
}

function TheHistory() {
  const liveRoom = useLiveRoom();
  const log = useLiveState((state) => state.log);
  const text = usePlaygroundState((state) => state.document.text);
  const entries = useMemo(() => standing(log, text), [log, text]);
  return <LiveHistory entries={entries} onRewind={(index) => liveRoom?.rewind(index)} />;
}

/** What a run costs, before it runs. */
function Plan() {
  const liveRoom = useLiveRoom();
  const words = useCopy(liveWords);
  const planning = useLiveState((state) => state.planning);
  const length = useLiveState((state) => state.playLength);
  if (!planning || liveRoom === undefined) return null;
  const { calls, tokens } = liveRoom.costOfPlay(length);
  return (
    <div role="group" aria-label={words.plan} className={styles['plan']}>
      <span>{words.plan}</span>
      <span className={styles['field']}>
        <span aria-hidden="true">{words.calls}</span>
        <NumberField
          label={words.calls}
          value={length}
          onChange={liveRoom.setPlayLength}
          min={1}
          max={1000}
          step={1}
          whole
          refusal={(entry) => words.callsRefused(entry, String(length))}
        />
      </span>
      <span role="status">{words.cost(formatCount(calls), formatCount(tokens))}</span>
      <Button look="primary" onClick={() => void liveRoom.play()}>
        {words.start}
      </Button>
      <Button onClick={liveRoom.cancelPlan}>{words.cancel}</Button>
    </div>
  );
}
