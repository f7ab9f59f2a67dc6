import { useEffect, useState } from 'react';
import { hexOf } from '../../../ui/tokens/hex-of.ts';
import { TextStats } from '../parts/text/text-stats.tsx';
import type { TokenSource } from '../../../ui/tokens/token-source.ts';
import { usePlayground, usePlaygroundState } from '../playground-context.tsx';
import type { Reading } from '../playground-state.ts';
import { tokenFace } from '../../../ui/tokens/token-face.ts';

interface StatsSectionProps {
  readonly caret: number;
  readonly reading: Reading | undefined;
  readonly source: TokenSource | undefined;
}

/** Counts of the text, its window, and the token before the caret. */
export function StatsSection({ caret, reading, source }: StatsSectionProps) {
  const playground = usePlayground();
  // The window is a matter of the page's own models.
  const most = usePlaygroundState(({ answering, live }) =>
    live === undefined ? answering?.capabilities.contextLength : undefined,
  );
  const model = usePlaygroundState((state) => state.answering?.id);
  const size = usePlaygroundState((state) => state.windowSize);
  const text = usePlaygroundState((state) => state.document.text);
  const here = useTokenBefore(source, caret);
  const larger =
    size !== undefined && most !== undefined && model !== undefined && size > most
      ? { size, model }
      : undefined;
  const counts = reading && {
    tokens: reading.summary.tokens,
    bytes: reading.summary.bytes,
  };
  return (
    <TextStats
      counts={counts}
      text={text}
      window={most === undefined ? undefined : { size: Math.min(size ?? most, most), most, larger }}
      onWindow={(chosen) => playground.setWindow(chosen === most ? undefined : chosen)}
      caret={here}
    />
  );
}

/** The token that holds the character before the caret. */
function useTokenBefore(source: TokenSource | undefined, caret: number) {
  const [token, setToken] = useState<{ label: string; id: number; bytes: string }>();
  useEffect(() => {
    if (source === undefined) return undefined;
    const asked = new AbortController();
    const { vocabulary } = source;
    source.slice(Math.max(0, caret - 1), caret, { signal: asked.signal }).then(
      ({ ids, starts }) => {
        if (asked.signal.aborted) return;
        const at = starts.findLastIndex((start) => start < caret);
        const id = ids[at];
        setToken(
          id === undefined
            ? undefined
            : { id, label: tokenFace(id, vocabulary).label, bytes: hexOf(id, vocabulary) },
        );
      },
      () => undefined,
    );
    return () => asked.abort();
  }, [source, caret]);
  return token;
}
