import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { RoomServices } from '../../state/room-services.ts';
import { later } from '../../ui/later.tsx';
import { createPlayground } from './playground.ts';
import { PlaygroundContext, usePlayground, usePlaygroundState } from './playground-context.tsx';
import styles from './playground-room.module.css';
import { ControlsSection } from './sections/controls-section.tsx';
import { LiveNextToken, LivePanels, LiveTape } from './live/live-parts.ts';
import { GreetingSection } from './sections/greeting-section.tsx';
import { HeaderSection } from './sections/header-section.tsx';
import { InsideSection } from './sections/inside-section.tsx';
import { KeysSection } from './sections/keys-section.tsx';
import { NextTokenSection } from './sections/next-token-section.tsx';
import { TapeSection } from './sections/tape-section.tsx';
import { TextSection } from './sections/text-section.tsx';
import { TimelineSection } from './sections/timeline-section.tsx';
import { useLinkInAddress } from './use-link-in-address.ts';

/** Mostly there are none. */
const Notices = later(() => import('./parts/notices/notices.tsx').then((part) => part.Notices));

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
        <ByModel own={<NextTokenSection />} live={<LiveNextToken />} />
        <ControlsSection />
        <ByModel own={<TapeSection />} live={<LiveTape />} />
        <ByModel own={<TimelineSection />} live={null} />
        <GreetingSection preferences={services.preferences} />
      </div>
      <ByModel own={<InsideSection />} live={<LivePanels />} />
      <KeysSection preferences={services.preferences} room={room} />
    </PlaygroundContext>
  );
}

/** What a part shows depends on whether a model of the page answers, or a live one. */
function ByModel({ own, live }: { readonly own: ReactNode; readonly live: ReactNode }) {
  return usePlaygroundState((state) => state.live !== undefined) ? live : own;
}

function NoticesSection() {
  const playground = usePlayground();
  const notices = usePlaygroundState((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <Notices
      notices={notices}
      onDismiss={playground.dismiss}
      onBringBack={playground.bringBack}
      onRetry={playground.retry}
    />
  );
}
