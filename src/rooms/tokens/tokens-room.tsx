import { useEffect, useState } from 'react';
import type { Fault } from '../../../shared/fault.ts';
import type { RoomServices } from '../../state/room-services.ts';
import { Blanks } from '../../ui/fault-blanks.ts';
import { useFaultSentence } from '../../ui/fault-words.tsx';
import { useCopy } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { copy } from './copy.ts';
import { createTokensRoom } from './create-tokens-room.ts';
import { HeaderSection } from './sections/header-section.tsx';
import { tabParts } from './tab-parts.ts';
import { TokensContext, useTokensRoom, useTokensState } from './tokens-context.tsx';
import styles from './tokens-room.module.css';

/** What tokens are, by trying: a text read in any encoding, beside others, merge by merge, and the whole vocabulary. */
export function TokensRoom({ services }: { readonly services: RoomServices }) {
  const [room] = useState(() => createTokensRoom(services));
  useEffect(() => {
    const { hash } = location;
    clear(hash);
    void room.start(hash);
    const onHash = () => {
      const later = location.hash;
      clear(later);
      void room.openLink(later);
    };
    const flush = () => room.flush();
    addEventListener('hashchange', onHash);
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('hashchange', onHash);
      removeEventListener('pagehide', flush);
      room.stop();
    };
  }, [room]);
  return (
    <TokensContext value={room}>
      <HeaderSection />
      <Notices />
      <TheTabs />
    </TokensContext>
  );
}

function TheTabs() {
  const room = useTokensRoom();
  const words = useCopy(copy);
  const tab = useTokensState((state) => state.tab);
  const { Part } = tabParts.find((each) => each.tab === tab) ?? tabParts[0]!;
  return (
    <div className={styles['room']}>
      <Tabs
        label={words.tabs}
        value={tab}
        onChange={room.setTab}
        options={tabParts.map((each) => ({ value: each.tab, text: words.tab[each.tab] }))}
      >
        <Part />
      </Tabs>
    </div>
  );
}

function Notices() {
  const room = useTokensRoom();
  const sentence = useNoticeSentence();
  const notices = useTokensState((state) => state.notices);
  return notices.map(({ key, fault }) => (
    <Notice key={key} tone="alert" onDismiss={() => room.dismiss(key)}>
      {sentence(fault)}
    </Notice>
  ));
}

/** Faults of the reader's own file: the general sentences speak of the page's. */
function useNoticeSentence(): (fault: Fault) => string {
  const words = useCopy(copy);
  const general = useFaultSentence();
  return (fault) => {
    const blanks = new Blanks(fault);
    if (!blanks.has('own')) return general(fault);
    return fault.code === 'too-large'
      ? words.tooLarge(blanks.get('own'), blanks.get('megabytes'))
      : words.notText(blanks.get('own'));
  };
}

/** The fragment goes once it has been read: it would replace the reader's own changes at the next reload. */
function clear(hash: string): void {
  if (hash.startsWith('#v')) history.replaceState(history.state, '', location.pathname + location.search);
}
