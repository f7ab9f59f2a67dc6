import { useState } from 'react';
import type { Capabilities } from '../../../../../shared/wire/capabilities.ts';
import { formatCount } from '../../../../core/numbers/format.ts';
import { Button } from '../../../../ui/button.tsx';
import { bilingual, useCopy } from '../../../../ui/language.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import chip from '../model-chip/model-chip.module.css';
import styles from './live-chip.module.css';

const copy = bilingual(
  {
    live: 'live',
    probing: 'finding out what it can do',
    away: 'cannot be asked',
    about: (model: string) => `What ${model} can do`,
    top: (count: string) => `top ${count}`,
    noTop: 'no logprobs',
    biased: 'bias',
    unbiased: 'no bias',
    continues: 'continues',
    answers: 'answers only',
    found: 'Found by asking it, not taken from its name.',
    yes: 'yes',
    no: 'no',
    unknown: 'not found out',
    rows: {
      top: 'Longest list of logprobs',
      endpoints: 'Endpoints',
      temperature: 'Logprobs follow the temperature',
      bias: 'Logprobs follow the bias',
      logitBias: 'logit_bias works',
      continues: 'Continues a text',
      echo: 'Echoes the prompt',
      promptIds: 'Takes ids',
      ids: 'Tells ids',
      seed: 'Seed works',
      tokenizer: 'Encoding',
      vocabulary: 'Vocabulary',
      context: 'Window',
      refused: 'Refuses',
      cost: 'The probe took',
    },
    tokens: (count: string) => `${count} tokens`,
    cost: (calls: string, tokens: string) => `${calls} calls, ${tokens} tokens`,
    spent: (calls: string, tokens: string) =>
      `Asked since this page was opened: ${calls} calls, ${tokens} tokens.`,
    again: 'Probe again',
  },
  {
    live: 'ライブ',
    probing: 'できることを調べています',
    away: '尋ねられません',
    about: (model) => `${model} にできること`,
    top: (count) => `上位 ${count}`,
    noTop: '確率なし',
    biased: 'バイアス可',
    unbiased: 'バイアス不可',
    continues: '続きを書く',
    answers: '返答のみ',
    found: '名前からの推測ではなく、実際に尋ねて確かめました。',
    yes: 'はい',
    no: 'いいえ',
    unknown: '分かりませんでした',
    rows: {
      top: '確率の一覧の長さ',
      endpoints: 'エンドポイント',
      temperature: '確率に温度が反映される',
      bias: '確率にバイアスが反映される',
      logitBias: 'logit_bias が効く',
      continues: '文章の続きを書く',
      echo: 'プロンプトを返せる',
      promptIds: 'ID を受け取る',
      ids: 'ID を知らせる',
      seed: 'シードが効く',
      tokenizer: 'エンコーディング',
      vocabulary: '語彙',
      context: '窓',
      refused: '受け付けないもの',
      cost: '調べるのに使った分',
    },
    tokens: (count) => `${count} トークン`,
    cost: (calls, tokens) => `${calls} 回、${tokens} トークン`,
    spent: (calls, tokens) => `このページを開いてから尋ねた分：${calls} 回、${tokens} トークン。`,
    again: 'もう一度調べる',
  },
);

export interface LiveChipProps {
  readonly model: string;
  readonly capabilities: Capabilities | undefined;
  readonly failed: boolean;
  readonly spent: { readonly calls: number; readonly tokens: number };
  readonly onProbe: () => void;
}

/** What a live model can do, in a few words; all that a probe found, on a press. */
export function LiveChip({ model, capabilities, failed, spent, onProbe }: LiveChipProps) {
  const words = useCopy(copy);
  const [asked, setAsked] = useState(false);
  if (capabilities === undefined)
    return (
      <span className={chip['said']} role="status">
        {words.live} · {failed ? words.away : words.probing}
      </span>
    );
  const { topLogprobs, endpoints, prefill, logitBias } = capabilities;
  const longest = Math.max(topLogprobs.completions, topLogprobs.chat);
  const badges = [
    words.live,
    longest > 0 ? words.top(formatCount(longest)) : words.noTop,
    ...(logitBias === null ? [] : [logitBias ? words.biased : words.unbiased]),
    endpoints.completions || prefill === true ? words.continues : words.answers,
  ];
  return (
    <Popover
      label={words.about(model)}
      trigger={badges.map((badge) => (
        <span key={badge} className={styles['badge']}>
          {badge}
        </span>
      ))}
      triggerProps={{ look: 'plain', className: chip['chip'] }}
      role="dialog"
      whenOpen
    >
      <div className={chip['facts']}>
        <h2>{model}</h2>
        <p>{words.found}</p>
        <dl className={chip['list']}>
          {factsOf(capabilities, words).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>{words.spent(formatCount(spent.calls), formatCount(spent.tokens))}</p>
        <Button
          aria-disabled={asked || undefined}
          onClick={() => {
            setAsked(true);
            onProbe();
          }}
        >
          {words.again}
        </Button>
      </div>
    </Popover>
  );
}

function factsOf(found: Capabilities, words: ReturnType<typeof useCopy<typeof copy.en>>) {
  const { rows } = words;
  const finding = (value: boolean | null) => (value === null ? words.unknown : value ? words.yes : words.no);
  const size = (value: number | null) => (value === null ? words.unknown : words.tokens(formatCount(value)));
  const { topLogprobs, endpoints, logprobsAfter, cost } = found;
  const names = [endpoints.completions && 'completions', endpoints.chat && 'chat'].filter(
    (name) => name !== false,
  );
  return [
    [rows.top, String(Math.max(topLogprobs.completions, topLogprobs.chat))],
    [rows.endpoints, names.join(', ')],
    [rows.temperature, finding(logprobsAfter.temperature)],
    [rows.bias, finding(logprobsAfter.bias)],
    [rows.logitBias, finding(found.logitBias)],
    [rows.continues, finding(endpoints.completions || found.prefill)],
    [rows.echo, finding(found.echo)],
    [rows.promptIds, finding(found.promptIds)],
    [rows.ids, finding(found.ids)],
    [rows.seed, finding(found.seed)],
    [rows.tokenizer, found.tokenizer ?? words.unknown],
    [rows.vocabulary, size(found.vocabularySize)],
    [rows.context, size(found.contextLength)],
    ...(found.refused.length > 0 ? [[rows.refused, found.refused.join(', ')] as const] : []),
    [rows.cost, words.cost(formatCount(cost.calls), formatCount(cost.tokens))],
  ] as const;
}
