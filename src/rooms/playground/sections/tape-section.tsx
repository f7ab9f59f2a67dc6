import { useCallback, useMemo } from 'react';
import { valueOf } from '../../../state/async.ts';
import { History } from '../parts/history/history.tsx';
import { Tape } from '../parts/tape/tape.tsx';
import { Transport } from '../parts/transport/transport.tsx';
import { pickOf } from '../pick-of.ts';
import { usePacedState, usePlayground, usePlaygroundState } from '../playground-context.tsx';
import styles from '../playground-room.module.css';
import { specialTokenOf } from '../special-token-of.ts';

export function TapeSection() {
  return (
    <div className={styles['tape']}>
      <TheTape />
      <div className={styles['transport']}>
        <div className={styles['bar']}>
          <TheTransport />
        </div>
        <TheHistory />
      </div>
    </div>
  );
}

function TheTape() {
  const playground = usePlayground();
  return (
    <Tape
      trace={usePacedState((state) => state.trace)}
      vocabulary={usePlaygroundState((state) => valueOf(state.vocabulary))}
      u={usePlaygroundState((state) => state.u)}
      pick={usePacedState(pickOf)}
      activeId={usePacedState((state) => state.activeId)}
      onActive={playground.setActive}
      onU={playground.setU}
      still={usePlaygroundState((state) => state.playing)}
      fresh={usePacedState((state) => state.fresh)}
    />
  );
}

function TheTransport() {
  const playground = usePlayground();
  const vocabulary = usePlaygroundState((state) => valueOf(state.vocabulary));
  const ended = usePlaygroundState((state) => state.ended);
  const last = usePlaygroundState((state) => state.document.drawn.at(-1)?.id);
  const endedWith = useMemo(
    () => (ended && last !== undefined ? specialTokenOf(vocabulary, last) : undefined),
    [ended, last, vocabulary],
  );
  return (
    <Transport
      ready={usePlaygroundState((state) => state.trace !== undefined)}
      playing={usePlaygroundState((state) => state.playing)}
      undoable={usePlaygroundState((state) => state.undoable > 0)}
      endedWith={endedWith}
      pastEnd={usePlaygroundState((state) => state.pastEnd)}
      onPastEnd={playground.setPastEnd}
      onStep={useCallback(() => void playground.step(), [playground])}
      onPlay={useCallback(() => void playground.play(), [playground])}
      onPause={playground.pause}
      onDraw={playground.newDraw}
      onUndo={playground.undo}
      speed={usePlaygroundState((state) => state.speed)}
      onSpeed={playground.setSpeed}
    />
  );
}

function TheHistory() {
  const playground = usePlayground();
  return (
    <History
      entries={usePlaygroundState((state) => state.document.drawn)}
      vocabulary={usePlaygroundState((state) => valueOf(state.vocabulary))}
      activeId={usePacedState((state) => state.activeId)}
      onActive={playground.setActive}
      onRewind={playground.rewind}
    />
  );
}
