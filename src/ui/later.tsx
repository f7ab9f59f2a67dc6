import { useEffect, useRef, useState, type ComponentType } from 'react';
import { fault } from '../../shared/fault.ts';
import { Button } from './button.tsx';
import { copy } from './copy.ts';
import { FaultWords } from './fault-words.tsx';
import { useCopy } from './language.tsx';
import { Notice } from './notice.tsx';

/**
 * A part whose code is fetched when it is first shown; from then on it is there at once. Until it has come, `Waiting`
 * or nothing stands in its place. When it cannot be had a notice says so there, with a button that tries again: one
 * part less, where React's own `lazy` would take the page away.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting?: ComponentType<Props>,
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const [phase, setPhase] = useState<'coming' | 'here' | 'failed'>(
      Loaded === undefined ? 'coming' : 'here',
    );
    useEffect(() => {
      if (phase !== 'coming') return undefined;
      let wanted = true;
      const end = (how: 'here' | 'failed') => {
        if (wanted) setPhase(how);
      };
      load().then(
        (part) => {
          Loaded = part;
          end('here');
        },
        () => end('failed'),
      );
      return () => {
        wanted = false;
      };
    }, [phase]);
    if (Loaded !== undefined) return <Loaded {...props} />;
    if (phase === 'failed') return <Failed onRetry={() => setPhase('coming')} />;
    return Waiting === undefined ? null : <Waiting {...props} />;
  };
}

function Failed({ onRetry }: { readonly onRetry: () => void }) {
  const words = useCopy(copy);
  const box = useRef<HTMLDivElement>(null);
  // The place may be out of sight: what should have come might have been a layer over the page.
  useEffect(() => {
    box.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  // A script that is missing and one that cannot be reached fail alike; only the browser knows if it is online.
  const reason = fault(navigator.onLine ? 'not-found' : 'offline', 'a part of the page could not be loaded');
  return (
    <div ref={box}>
      <Notice tone="alert">
        <FaultWords fault={reason} /> <Button onClick={onRetry}>{words.retry}</Button>
      </Notice>
    </div>
  );
}
