import type { CSSProperties } from 'react';
import { formatBits, formatCount } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { copy as uiCopy } from '../../../../ui/copy.ts';
import { bilingual, useCopy } from '../../../../ui/language.tsx';
import { Progress } from '../../../../ui/progress.tsx';
import type { SurpriseSummary } from '../../selectors/select-surprise.ts';
import styles from './surprise-line.module.css';
import { deepestBits, surpriseColour } from '../../../../ui/tokens/surprise-colour.ts';

const copy = bilingual(
  {
    legend: 'Surprise in bits',
    by: (model: string) => `Bits, by ${model}`,
    mean: 'Bits per token',
    perplexity: 'Perplexity',
    total: 'Bits in all',
    weighing: 'Weighing the text',
    of: (done: string, total: string) => `${done} of ${total} tokens`,
    part: (weighed: string, tokens: string) => `Only the last ${weighed} of ${tokens} tokens are weighed.`,
    empty: 'There is no token to weigh yet.',
  },
  {
    legend: '驚き（ビット）',
    by: (model) => `ビット（モデル ${model}）`,
    mean: '平均ビット',
    perplexity: 'パープレキシティ',
    total: '合計ビット',
    weighing: '文章の驚きを計算しています',
    of: (done, total) => `${done} / ${total} トークン`,
    part: (weighed, tokens) => `計算したのは ${tokens} トークンのうち最後の ${weighed} 個だけです。`,
    empty: '計算するトークンがまだありません。',
  },
);

export interface SurpriseLineProps {
  /** Of the newest weighing. */
  readonly summary: SurpriseSummary | undefined;
  readonly maker: string | undefined;
  readonly phase: 'idle' | 'running' | 'done' | 'failed';
  readonly weighing: { readonly done: number; readonly total: number } | undefined;
  /** What went wrong, when the phase is `failed`. */
  readonly sentence: string | undefined;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
}

/** Fewer tokens are weighed before a bar could be read. */
const longText = 100;
const marks = [0, 2, 4, 8, 12];

/** What the grounds mean, how surprising the text is, and how far the weighing has come. */
export function SurpriseLine(props: SurpriseLineProps) {
  const { summary, maker, phase, weighing, sentence, onCancel, onRetry } = props;
  const words = useCopy(copy);
  const { retry } = useCopy(uiCopy);
  const figures = summary && [
    [words.mean, formatBits(summary.mean)],
    [
      words.perplexity,
      summary.perplexity >= 1000 ? formatCount(summary.perplexity) : summary.perplexity.toFixed(1),
    ],
    [words.total, summary.total >= 1000 ? formatCount(summary.total) : summary.total.toFixed(1)],
  ];
  return (
    <section className={styles['part']} aria-label={words.legend} aria-busy={phase === 'running'}>
      <ul
        role="list"
        className={styles['legend']}
        aria-label={words.legend}
        data-label={maker === undefined ? words.legend : words.by(maker)}
      >
        {marks.map((bits) => (
          <li key={bits} style={{ '--shade': surpriseColour(bits) } as CSSProperties}>
            {bits === deepestBits ? `${bits}+` : bits}
          </li>
        ))}
      </ul>
      {phase === 'running' && weighing !== undefined && weighing.total >= longText && (
        <Progress
          label={words.weighing}
          share={weighing.done / weighing.total}
          figure={words.of(formatCount(weighing.done), formatCount(weighing.total))}
          onCancel={onCancel}
        />
      )}
      {phase === 'failed' && (
        <p role="alert">
          {sentence} <Button onClick={onRetry}>{retry}</Button>
        </p>
      )}
      {figures !== undefined && (
        <dl>
          {figures.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {phase === 'done' && summary === undefined && <p className={styles['note']}>{words.empty}</p>}
      {summary !== undefined && summary.weighed < summary.tokens && (
        <p className={styles['note']}>
          {words.part(formatCount(summary.weighed), formatCount(summary.tokens))}
        </p>
      )}
    </section>
  );
}
