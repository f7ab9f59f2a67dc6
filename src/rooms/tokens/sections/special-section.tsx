import { useRef } from 'react';
import { valueOf } from '../../../state/async.ts';
import { selectionEnd, showInEditor } from '../../../ui/tokens/editor-place.ts';
import { nextPlace } from '../parts/special/next-place.ts';
import { SpecialTokens } from '../parts/special/special-tokens.tsx';
import { useTokensRoom, useTokensState } from '../tokens-context.tsx';

const none: never[] = [];

/** Where special tokens stand in the text. The worker counts them; the text is only searched when a place is asked for. */
export function SpecialSection() {
  const room = useTokensRoom();
  const mode = useTokensState((state) => state.special);
  const found = useTokensState((state) => valueOf(state.summary)?.special ?? none);
  const box = useRef<HTMLDivElement>(null);
  const onShow = (token: string): void => {
    const panel = box.current?.closest('[role="tabpanel"]');
    if (!panel) return;
    const place = nextPlace(room.store.getState().text, token, selectionEnd(panel));
    if (place !== undefined) showInEditor(panel, place);
  };
  if (mode === 'refuse' || found.length === 0) return null;
  return (
    <div ref={box}>
      <SpecialTokens mode={mode} found={found} onShow={onShow} />
    </div>
  );
}
