import { useMemo, useState } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import type { Exchange } from '../../../../engines/live/exchange.ts';
import { Button } from '../../../../ui/button.tsx';
import { Choice } from '../../../../ui/choice.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { copy } from './copy.ts';
import { RawText } from './raw-text.tsx';
import styles from './raw.module.css';
import { rawViews, viewText, type RawView } from './view-text.ts';

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
export function RawPanel({ exchanges, asked = exchanges.length, origin, onClear }: RawPanelProps) {
  const words = useCopy(copy);
  const [view, setView] = useState<RawView>('request');
  // The newest is followed until another one is chosen.
  const [chosen, setChosen] = useState<Exchange>();
  const place = chosen === undefined ? 0 : Math.max(0, exchanges.indexOf(chosen));
  const exchange = exchanges[place];
  const text = useMemo(
    () => (exchange === undefined ? '' : viewText(exchange, view, origin)),
    [exchange, view, origin],
  );
  if (exchange === undefined) return <EmptyState>{words.empty}</EmptyState>;

  const numberOf = (at: number) => formatCount(asked - at);
  const factsOf = ({ status, milliseconds }: Exchange) =>
    [
      status === undefined ? words.noAnswer : String(status),
      milliseconds === undefined ? undefined : words.milliseconds(formatCount(milliseconds)),
    ]
      .filter((fact) => fact !== undefined)
      .join(' · ');
  const nothing =
    view === 'request'
      ? words.nothingSent
      : exchange.status === undefined
        ? words.nothingBack
        : words.emptyAnswer;
  const isCode = view !== 'request' && view !== 'response';
  return (
    <div className={styles.panel}>
      <div className={styles.pickers}>
        <Select
          label={words.exchange}
          className={styles.exchange}
          value={String(place)}
          onChange={(value) => setChosen(value === '0' ? undefined : exchanges[Number(value)])}
          options={exchanges.map((each, at) => ({
            value: String(at),
            text: words.line(numberOf(at), `${each.method} ${each.path}`, factsOf(each)),
          }))}
        />
        {onClear && (
          <Button look="plain" onClick={onClear}>
            {words.clear}
          </Button>
        )}
      </div>
      <p className={styles.facts}>
        <code>
          {exchange.method} {origin}
          {exchange.path}
        </code>
        <span data-bad={exchange.status === undefined || exchange.status >= 400 || undefined}>
          {factsOf(exchange)}
        </span>
        {exchange.requestId !== undefined && <span>{words.requestId(exchange.requestId)}</span>}
      </p>
      <div className={styles.views}>
        <Choice
          label={words.view}
          value={view}
          onChange={setView}
          options={rawViews.map((value) => ({ value, text: words[value] }))}
        />
      </div>
      {text === '' ? (
        <p className={styles.note}>{nothing}</p>
      ) : (
        <RawText key={`${numberOf(place)} ${view}`} label={`${words[view]} ${numberOf(place)}`} text={text} />
      )}
      <p className={styles.note}>
        {words.noKey}
        {isCode && ` ${words.codeKey}`}
      </p>
    </div>
  );
}
