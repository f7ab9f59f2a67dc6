import { useCallback, useMemo, useState } from 'react';
import type { TextEdit } from '../../../core/tokens/text-edit.ts';
import { formatCount } from '../../../core/numbers/format.ts';
import { spell } from '../../../core/tokens/spell.ts';
import { valueOf } from '../../../state/async.ts';
import { useCopy } from '../../../ui/language.tsx';
import { exactIds } from '../document.ts';
import { encodingIn } from '../reading-encoding.ts';
import { copy } from '../parts/text/copy.ts';
import { TextEditor } from '../../../ui/tokens/text-editor.tsx';
import { TextToolbar } from '../parts/text/text-toolbar.tsx';
import { TokenList } from '../../../ui/tokens/token-list.tsx';
import type { TokenSource } from '../../../ui/tokens/token-source.ts';
import { pickOf } from '../pick-of.ts';
import { usePacedState, usePlayground, usePlaygroundState } from '../playground-context.tsx';
import type { PlaygroundState } from '../playground-state.ts';
import styles from '../playground-room.module.css';
import { tokenFace } from '../../../ui/tokens/token-face.ts';
import { StatsSection } from './stats-section.tsx';
import { SurpriseSection, useSurpriseGround } from './surprise-section.tsx';

export function TextSection() {
  const playground = usePlayground();
  const words = useCopy(copy);
  const [caret, setCaret] = useState(0);
  // The editor shows what is typed by itself; the room's own copy may come a frame later.
  const document = usePacedState((state) => state.document);
  const source = usePacedState(sourceOfNow);
  const vocabulary = usePlaygroundState((state) => valueOf(state.vocabulary));
  const newest = usePlaygroundState((state) => valueOf(state.reading));
  const activeId = usePacedState((state) => state.activeId);
  const encoding = usePlaygroundState(encodingIn);
  // Each change of it makes the editor lay its text out anew, so it follows a moving slider at its own pace.
  const pick = usePacedState(
    (state) => (state.prediction.phase === 'done' ? pickOf(state) : undefined),
    'calm',
  );
  const loose = useMemo(() => {
    if (vocabulary === undefined || document.exact === 0) return [];
    return spell(vocabulary, exactIds(document)).loose.map(({ at, bytes }) => {
      const hex = Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
      return { at: document.plain + at, bytes: hex, title: words.loose(hex) };
    });
  }, [document, vocabulary, words]);
  const ghost = pick === undefined ? undefined : tokenFace(pick, vocabulary).label;
  // Until a new text has been read the window stands where it stood: an edit seldom moves it far.
  const live = usePlaygroundState((state) => state.live);
  const found = usePlaygroundState((state) => state.liveEncoding !== undefined);
  // What a live model sees of a long text is its own affair: it is sent whole.
  const windowFrom = newest && live === undefined ? newest.summary.tokens - newest.window.length : 0;
  const onWindowDrag = useCallback(
    (at: number) => {
      const { reading: async, answering } = playground.store.getState();
      const most = answering?.capabilities.contextLength;
      const now = valueOf(async);
      if (now === undefined || most === undefined) return;
      void now.slice(at, at).then(({ first }) => {
        const size = now.summary.tokens - first;
        playground.setWindow(size >= most ? undefined : Math.max(1, size));
      });
    },
    [playground],
  );
  const onEdit = useCallback(
    (edits: readonly TextEdit[]) => {
      playground.type(edits);
      return sourceOfNow(playground.store.getState());
    },
    [playground],
  );
  const surprise = useSurpriseGround();
  const count = newest?.summary.tokens ?? 0;
  return (
    <section className={styles['text']}>
      <TextToolbar
        encoding={usePlaygroundState((state) => state.encoding)}
        onEncoding={playground.setEncoding}
        special={usePlaygroundState((state) => state.special)}
        onSpecial={(special) => void playground.setSpecial(special)}
        colours={usePlaygroundState((state) => state.colours)}
        onColours={playground.setColours}
      />
      <TextEditor
        label={words.text}
        text={document.text}
        onEdit={onEdit}
        source={source}
        windowFrom={windowFrom}
        windowAt={live === undefined ? (newest?.tail.starts[0] ?? 0) : 0}
        activeId={activeId}
        onActive={playground.setActive}
        surprise={surprise}
        onCaret={setCaret}
        onWindowDrag={onWindowDrag}
        ghost={ghost}
        loose={loose}
      />
      {surprise !== undefined && <SurpriseSection />}
      <TokenList
        label={words.tokens}
        source={source}
        count={count}
        length={document.text.length}
        caret={caret}
        windowFrom={windowFrom}
        activeId={activeId}
        onActive={playground.setActive}
        surprise={surprise}
        empty={words.empty}
        note={`${words.counted(formatCount(count))}, ${live === undefined || found ? words.readsNow(encoding) : words.readsUnknown(encoding, live)}`}
      />
      <ComparedSection caret={caret} />
      <StatsSection caret={caret} reading={newest} source={source} />
    </section>
  );
}

/** Where the tokens of the text as it stands now are asked for; undefined before the encoding is there. */
function sourceOfNow({ source, document }: PlaygroundState): TokenSource | undefined {
  return source?.document === document ? source : undefined;
}

function ComparedSection({ caret }: { readonly caret: number }) {
  const words = useCopy(copy);
  const length = usePlaygroundState((state) => state.document.text.length);
  const compared = usePlaygroundState((state) => state.comparison && valueOf(state.comparison));
  const running = usePlaygroundState((state) => state.comparison?.phase === 'running');
  if (compared === undefined) return running ? <p>{words.reading}</p> : null;
  const count = words.counted(formatCount(compared.summary.tokens));
  return (
    <TokenList
      label={words.split(compared.encoding)}
      source={compared}
      count={compared.summary.tokens}
      length={length}
      caret={caret}
      empty={words.empty}
      note={words.notRead(count, compared.encoding)}
    />
  );
}
