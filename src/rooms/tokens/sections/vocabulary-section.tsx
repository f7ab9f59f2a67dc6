import { useCallback, useMemo, useState } from 'react';
import type { TokenId } from '../../../core/numbers/units.ts';
import { spell } from '../../../core/tokens/spell.ts';
import { everyToken, type VocabularyQuery } from '../../../core/vocabulary/vocabulary-query.ts';
import { tokenFace } from '../../../ui/tokens/token-face.ts';
import { VocabularyBrowser } from '../parts/vocabulary/vocabulary-browser.tsx';
import { EncodingSelect } from '../encoding-select.tsx';
import { useTokensRoom, useTokensState } from '../tokens-context.tsx';
import styles from '../tokens-room.module.css';
import { useOpenPlayground } from '../use-open-playground.ts';
import { useVocabularyBrowser } from '../use-vocabulary-browser.ts';

/** All tokens of the encoding of now. */
export function VocabularySection() {
  const room = useTokensRoom();
  const encoding = useTokensState((state) => state.encoding);
  const find = useTokensState((state) => state.query);
  const [rest, setRest] = useState<Omit<VocabularyQuery, 'find'>>(everyToken);
  const query = useMemo(() => ({ ...rest, find }), [rest, find]);
  const { state, busy, opened } = useVocabularyBrowser(encoding, query);

  const onUse = useCallback(
    (id: TokenId) => {
      if (opened === undefined) return;
      const { text } = room.store.getState();
      room.setText(text + spell(opened.vocabulary, [id]).text);
      room.setTab('text');
    },
    [room, opened],
  );
  const go = useOpenPlayground();
  const onBias = useCallback(
    (id: TokenId) => go({ bias: { encoding, id, label: tokenFace(id, opened?.vocabulary).label } }),
    [go, encoding, opened],
  );
  const onOpen = useCallback(
    (id: TokenId) => {
      if (opened !== undefined) go({ text: spell(opened.vocabulary, [id]).text });
    },
    [go, opened],
  );
  return (
    <div className={styles['stack']}>
      <div className={styles['bar']}>
        <EncodingSelect />
      </div>
      <VocabularyBrowser
        state={state}
        query={query}
        onQuery={({ find: now, ...others }) => {
          room.setQuery(now);
          setRest(others);
        }}
        busy={busy}
        onUse={onUse}
        onBias={onBias}
        onOpen={onOpen}
      />
    </div>
  );
}
