import { useEffect, useRef, useState } from 'react';
import type { RoomServices } from '../../state/room-services.ts';
import { Notices } from './parts/notices/notices.tsx';
import { createPlayground } from './playground.ts';
import { PlaygroundContext, usePlayground, usePlaygroundState } from './playground-context.tsx';
import styles from './playground-room.module.css';
import { ControlsSection } from './sections/controls-section.tsx';
import { GreetingSection } from './sections/greeting-section.tsx';
import { HeaderSection } from './sections/header-section.tsx';
import { InsideSection } from './sections/inside-section.tsx';
import { KeysSection } from './sections/keys-section.tsx';
import { NextTokenSection } from './sections/next-token-section.tsx';
import { TapeSection } from './sections/tape-section.tsx';
import { TextSection } from './sections/text-section.tsx';
import { TimelineSection } from './sections/timeline-section.tsx';
import { useLinkInAddress } from './use-link-in-address.ts';

/** The loop on one screen: text, next token, controls, tape. */
export function PlaygroundRoom({ services }: { readonly services: RoomServices }) {
  const [playground] = useState(() => createPlayground(services));
  const room = useRef<HTMLDivElement>(null);
  useLinkInAddress(playground);
  useEffect(() => {
    const flush = () => playground.flush();
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      playground.stop();
    };
  }, [playground]);
  return (
    <PlaygroundContext value={playground}>
      <HeaderSection />
      <NoticesSection />
      <div ref={room} className={styles['room']}>
        <TextSection />
        <NextTokenSection />
        <ControlsSection />
        <TapeSection />
        <TimelineSection />
        <GreetingSection preferences={services.preferences} />
      </div>
      <InsideSection />
      <KeysSection preferences={services.preferences} room={room} />
    </PlaygroundContext>
  );
}

function NoticesSection() {
  const playground = usePlayground();
  const notices = usePlaygroundState((state) => state.notices);
  return (
    <Notices
      notices={notices}
      onDismiss={playground.dismiss}
      onBringBack={playground.bringBack}
      onRetry={playground.retry}
    />
  );
}
