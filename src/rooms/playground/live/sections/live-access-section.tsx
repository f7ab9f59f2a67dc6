import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useFaultSentence } from '../../../../ui/fault-words.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { liveFaultCopy } from '../../../../ui/live-fault-copy.ts';
import { Popover } from '../../../../ui/popover.tsx';
import { usePlaygroundState } from '../../playground-context.tsx';
import { liveWords } from '../live-words.ts';
import { useLiveRoom } from '../use-live.ts';
import styles from './live-sections.module.css';

/** For a proxy that lets in who knows its token: why nothing live is to be chosen, and where to enter it. */
export function LiveAccessSection() {
  const room = useLiveRoom();
  const words = useCopy(liveWords);
  const sentence = useFaultSentence(liveFaultCopy);
  const offers = usePlaygroundState((state) => state.offers);
  const [token, setToken] = useState('');
  if (offers.phase !== 'failed' || offers.fault.code !== 'access-denied') return null;
  return (
    <Popover label={words.unlock} trigger={words.unlock} role="dialog" whenOpen>
      <form
        className={styles['access']}
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim() !== '') room?.setAccessToken(token.trim());
        }}
      >
        <p role="status">{sentence(offers.fault)}</p>
        <label className={styles['field']}>
          {words.token}
          <input
            type="password"
            autoComplete="off"
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        </label>
        <Button type="submit" look="primary">
          {words.enter}
        </Button>
        <p className={styles['hint']}>{words.kept}</p>
      </form>
    </Popover>
  );
}
