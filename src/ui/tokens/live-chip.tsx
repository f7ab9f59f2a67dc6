import { liveFace, type LiveToken } from './live-face.ts';
import { TokenChip } from './token-chip.tsx';

interface LiveChipProps {
  readonly token: LiveToken;
  /** What the tip says after the label, and the id where it is known. */
  readonly more?: string | undefined;
}

/** The chip of a token that a live model told of, with or without its id. */
export function LiveChip({ token, more }: LiveChipProps) {
  const { label, kind, colourId } = liveFace(token);
  return <TokenChip face={{ id: colourId, label, kind }} unnumbered={token.id === undefined} more={more} />;
}
