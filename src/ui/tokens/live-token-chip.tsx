import { liveFace, type LiveToken } from './live-face.ts';
import { TokenChip } from './token-chip.tsx';

interface LiveTokenChipProps {
  readonly token: LiveToken;
  readonly removed?: boolean;
  /** What the tip says after the label, and the id where it is known. */
  readonly more?: string | undefined;
}

/** The chip of a token that a live model told of, with or without its id. */
export function LiveTokenChip({ token, removed = false, more }: LiveTokenChipProps) {
  const { label, kind, colourId } = liveFace(token);
  return (
    <TokenChip
      face={{ id: colourId, label, kind }}
      unnumbered={token.id === undefined}
      removed={removed}
      more={more}
    />
  );
}
