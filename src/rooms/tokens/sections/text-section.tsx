import { useCallback, useMemo, useState, type DragEvent } from 'react';
import type { SpecialMode } from '../../../core/tokens/encoding-ids.ts';
import type { TokenId } from '../../../core/numbers/units.ts';
import { formatCount } from '../../../core/numbers/format.ts';
import type { TextEdit } from '../../../core/tokens/text-edit.ts';
import { valueOf } from '../../../state/async.ts';
import { Button } from '../../../ui/button.tsx';
import { useFaultSentence } from '../../../ui/fault-words.tsx';
import { useCopy } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextEditor } from '../../../ui/tokens/text-editor.tsx';
import type { TokenFace } from '../../../ui/tokens/token-face.ts';
import { TokenList } from '../../../ui/tokens/token-list.tsx';
import { copy } from '../copy.ts';
import { FileField, useFile } from '../file-field.tsx';
import { PriceTable } from '../parts/price/price-table.tsx';
import { EncodingSelect } from '../encoding-select.tsx';
import { useTokensRoom, useTokensState } from '../tokens-context.tsx';
import styles from '../tokens-room.module.css';
import { FactsSection } from './facts-section.tsx';
import { IdsSection } from './ids-section.tsx';
import { SpecialSection } from './special-section.tsx';
import { TokenActions } from './token-actions.tsx';

/** The text as tokens, coloured in place; what it is made of, and its ids. */
export function TextSection() {
  const open = useFile();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void open(file);
  };
  return (
    <div className={styles['split']}>
      <div
        className={styles['main']}
        data-over={over || undefined}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDropCapture={drop}
      >
        <Toolbar />
        <Replaced />
        <TheText />
      </div>
      <div className={styles['side']}>
        <TheCount />
        <FactsSection />
        <IdsSection />
        <Prices />
      </div>
    </div>
  );
}

function Toolbar() {
  const room = useTokensRoom();
  const words = useCopy(copy);
  return (
    <div className={styles['bar']}>
      <EncodingSelect />
      <Select<SpecialMode>
        label={words.special}
        value={useTokensState((state) => state.special)}
        onChange={(special) => void room.setSpecial(special)}
        options={[
          { value: 'text', text: words.specialText },
          { value: 'parse', text: words.specialParse },
          { value: 'refuse', text: words.specialRefuse },
        ]}
      />
      <FileField />
    </div>
  );
}

function Prices() {
  const room = useTokensRoom();
  return (
    <PriceTable
      rows={useTokensState((state) => state.prices)}
      tokens={useTokensState((state) => valueOf(state.summary)?.tokens)}
      onChange={room.setPrices}
    />
  );
}

/** After a file or ids: what stood here before. */
function Replaced() {
  const room = useTokensRoom();
  const words = useCopy(copy);
  const replaced = useTokensState((state) => state.replaced !== undefined);
  if (!replaced) return null;
  return (
    <Notice onDismiss={room.keepReplacing}>
      {words.replaced} <Button onClick={room.bringBack}>{words.bringBack}</Button>
    </Notice>
  );
}

function TheCount() {
  const words = useCopy(copy);
  const sentence = useFaultSentence();
  const summary = useTokensState((state) => state.summary);
  const room = useTokensRoom();
  const opening = useTokensState((state) => state.opening);
  const tokens = opening?.tokens ?? valueOf(summary)?.tokens;
  return (
    <>
      <p role="status" aria-label={words.count} className={styles['count']}>
        {tokens === undefined ? words.reading : words.counted(formatCount(tokens))}
      </p>
      {opening !== undefined && (
        <Progress label={words.counting} share={opening.done / opening.total} onCancel={room.cancelReading} />
      )}
      {summary.phase === 'failed' && (
        <p role="alert" className={styles['refusal']}>
          {sentence(summary.fault)}
        </p>
      )}
      <SpecialSection />
    </>
  );
}

const nothing: never[] = [];

function TheText() {
  const room = useTokensRoom();
  const words = useCopy(copy);
  const sentence = useFaultSentence();
  const [caret, setCaret] = useState(0);
  const [activeId, setActive] = useState<TokenId>();
  const text = useTokensState((state) => state.text);
  const encoding = useTokensState((state) => state.encoding);
  const vocabulary = useTokensState((state) => state.vocabulary);
  const given = useTokensState((state) => state.source);
  const source = given?.text === text ? given : undefined;
  const count = useTokensState((state) => valueOf(state.summary)?.tokens ?? 0);
  const onEdit = useCallback((edits: readonly TextEdit[]) => room.type(edits), [room]);
  const note = useMemo(
    () => `${words.counted(formatCount(count))}, ${words.readAs(encoding)}`,
    [words, count, encoding],
  );
  return (
    <>
      <TextEditor
        label={words.text}
        text={text}
        onEdit={onEdit}
        source={source}
        windowFrom={0}
        windowAt={0}
        activeId={activeId}
        onActive={setActive}
        surprise={undefined}
        onCaret={setCaret}
        onWindowDrag={noWindow}
        ghost={undefined}
        loose={nothing}
      />
      {vocabulary.phase === 'running' && <Progress label={words.loading(encoding)} />}
      {vocabulary.phase === 'failed' && (
        <p role="alert" className={styles['refusal']}>
          {sentence(vocabulary.fault)} <Button onClick={room.retry}>{words.retry}</Button>
        </p>
      )}
      <TokenList
        label={words.tokens}
        source={source}
        count={count}
        length={text.length}
        caret={caret}
        activeId={activeId}
        onActive={setActive}
        note={note}
        empty={words.empty}
        actions={actionsOf}
      />
    </>
  );
}

const actionsOf = (face: TokenFace) => <TokenActions face={face} />;

/** There is no model here, so there is no window to drag. */
function noWindow(): void {}
