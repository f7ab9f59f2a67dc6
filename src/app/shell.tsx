import { useState, type ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { useStore, type StoreApi } from 'zustand';
import type { PreferencesState } from '../state/preferences.ts';
import { FaultWords } from '../ui/fault-words.tsx';
import { HeaderSlot } from '../ui/header-slot.tsx';
import { languages, useCopy, useLanguage } from '../ui/language.tsx';
import { Menu } from '../ui/menu.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { appCopy } from './copy.ts';
import { Logo } from './logo.tsx';
import { rooms, type RoomEntry } from './registry.ts';
import styles from './shell.module.css';

interface ShellProps {
  readonly preferences: StoreApi<PreferencesState>;
  readonly children: ReactNode;
}

/** Header with the rooms, the open room's own controls, and how the reader likes the page. */
export function Shell({ preferences, children }: ShellProps) {
  const words = useCopy(appCopy);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const { fault, dismissFault } = useStore(preferences);
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#room">
        {words.skip}
      </a>
      <header className={styles['header']}>
        <Link href="/" className={styles['logo']} aria-label="Tokenscope">
          <Logo />
          <span>Tokenscope</span>
        </Link>
        <nav aria-label={words.rooms} className={styles['nav']}>
          {rooms.map((room) => (
            <RoomLink key={room.id} room={room} />
          ))}
        </nav>
        <div ref={setSlot} className={styles['slot']} />
        <PreferenceControls preferences={preferences} />
      </header>
      <main id="room" tabIndex={-1} className={styles['main']}>
        {fault && (
          <Notice tone="alert" onDismiss={dismissFault}>
            <FaultWords fault={fault} />
          </Notice>
        )}
        <HeaderSlot value={slot}>{children}</HeaderSlot>
      </main>
    </div>
  );
}

function RoomLink({ room }: { readonly room: RoomEntry }) {
  const name = useCopy(room.name);
  const [open] = useRoute(room.path);
  return (
    <Link href={room.path} aria-current={open ? 'page' : undefined} className={styles['room']}>
      {name}
    </Link>
  );
}

const languageNames = { en: 'English', ja: '日本語' };

function PreferenceControls({ preferences }: { readonly preferences: StoreApi<PreferencesState> }) {
  const words = useCopy(appCopy);
  const language = useLanguage();
  const { theme, size, singleKeys, change } = useStore(preferences);
  const themes = (['system', 'light', 'dark'] as const).map((id) => ({
    id,
    text: words[id],
    checked: theme === id,
    onChoose: () => change({ theme: id }),
  }));
  return (
    <div className={styles['preferences']}>
      <Select
        label={words.language}
        labelHidden
        value={language}
        onChange={(chosen) => change({ language: chosen })}
        options={languages.map((value) => ({ value, text: languageNames[value] }))}
      />
      <Menu
        label={words.view}
        trigger={<span aria-hidden="true">◐</span>}
        items={[
          ...themes,
          {
            id: 'presenter',
            text: words.presenter,
            shortcut: '+',
            checked: size === 'presenter',
            onChoose: () => change({ size: size === 'presenter' ? 'normal' : 'presenter' }),
          },
          {
            id: 'keys',
            text: words.singleKeys,
            checked: singleKeys,
            onChoose: () => change({ singleKeys: !singleKeys }),
          },
        ]}
      />
    </div>
  );
}
