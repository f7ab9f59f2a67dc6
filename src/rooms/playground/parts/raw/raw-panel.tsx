import type { Exchange } from '../../../../engines/live/exchange.ts';

export interface RawPanelProps {
  /** Newest first. */
  readonly exchanges: readonly Exchange[];
  /** How many there have been in all, when older ones have been let go: numbers count from the first. */
  readonly asked?: number | undefined;
  /** Of the proxy, as in `http://localhost:8787`. */
  readonly origin: string;
  readonly onClear?: (() => void) | undefined;
}

/** What was asked of the proxy and what came back, as sent, and code that asks the same. */
export function RawPanel(_props: RawPanelProps) {
  return null;
}
