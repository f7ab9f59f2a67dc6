import { useState } from 'react';
import { valueOf } from '../../../../state/async.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { LiveChip } from '../../parts/live-chip/live-chip.tsx';
import { usePlaygroundState } from '../../playground-context.tsx';
import { liveWords } from '../live-words.ts';
import { useLiveRoom, useLiveState } from '../use-live.ts';
import styles from './live-sections.module.css';

export function LiveChipSection() {
  const room = useLiveRoom();
  const model = usePlaygroundState((state) => state.live);
  const capabilities = useLiveState((state) => state.capabilities);
  const spent = useLiveState((state) => state.spent);
  if (room === undefined || model === undefined) return null;
  if (capabilities.phase === 'failed' && capabilities.fault.code === 'access-denied') return <AccessToken />;
  return (
    <LiveChip
      key={model}
      model={model}
      capabilities={valueOf(capabilities)}
      failed={capabilities.phase === 'failed'}
      spent={spent}
      onProbe={room.probeAgain}
    />
  );
}

/** For a proxy that lets in who knows its token. */
function AccessToken() {
  const room = useLiveRoom();
  const words = useCopy(liveWords);
  const [token, setToken] = useState('');
  return (
    <form
      className={styles['access']}
      onSubmit={(event) => {
        event.preventDefault();
        if (token.trim() !== '') room?.setAccessToken(token.trim());
      }}
    >
      <label className={styles['field']}>
        {words.token}
        <input
          type="password"
          autoComplete="off"
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
      </label>
      <Button type="submit">{words.enter}</Button>
      <span className={styles['hint']}>{words.kept}</span>
    </form>
  );
}
