import { formatCount } from '../../../../core/numbers/format.ts';
import { bilingual, useCopy } from '../../../../ui/language.tsx';
import { storesOf, type Maker } from '../../models.ts';
import { megabytes } from './megabytes.ts';
import styles from './model-chip.module.css';

const copy = bilingual(
  {
    what: {
      tiny: 'A small decoder-only transformer of GPT-2’s architecture. Before each token it reads the window, layer by layer, and weighs every token of its vocabulary.',
      trigram:
        'A model that counts: how often tokens followed one another, two before and one after. It looks at two tokens and has no layers.',
    },
    learned:
      'Trained by this project on English children’s books in the public domain, 1865 to 1920, and on nothing else.',
    size: 'Size',
    stores: { weights: 'Weights', 'n-grams': 'n-grams' },
    window: 'Window',
    tokens: (count: string) => `${count} tokens`,
    vocabulary: 'Vocabulary',
    runs: 'Runs',
    here: 'in this page, in a worker',
    card: 'Model card',
    megabytes: (size: string) => `${size} MB`,
  },
  {
    what: {
      tiny: 'GPT-2 と同じ構造の小さなデコーダー型トランスフォーマーです。1 トークンごとに窓の中を層ごとに読み、語彙のすべてに確率をつけます。',
      trigram:
        '数えるだけのモデルです。2 つのトークンの次に何が来たかの回数から確率を出します。見るのは 2 トークンで、層はありません。',
    },
    learned: '1865～1920 年の著作権の切れた英語の児童書だけで、このプロジェクトが訓練しました。',
    size: '大きさ',
    stores: { weights: '重み', 'n-grams': 'n-gram' },
    window: '窓',
    tokens: (count) => `${count} トークン`,
    vocabulary: '語彙',
    runs: '動作場所',
    here: 'このページ内のワーカー',
    card: 'モデルカード',
    megabytes: (size) => `${size} MB`,
  },
);

/** The essential facts of a model, and where the rest is written down. */
export function ModelFacts({ maker }: { readonly maker: Maker }) {
  const words = useCopy(copy);
  const { id, bytes, parameters, vocabularySize, encoding, capabilities } = maker;
  const rows = [
    [words.size, words.megabytes(megabytes(bytes))],
    [words.stores[storesOf(id)], formatCount(parameters)],
    [words.window, words.tokens(formatCount(capabilities.contextLength))],
    [words.vocabulary, `${encoding}, ${words.tokens(formatCount(vocabularySize))}`],
    [words.runs, words.here],
    [words.card, `docs/model-cards/${id}.md`],
  ] as const;
  return (
    <>
      <h2>{id}</h2>
      <p>{words.what[id]}</p>
      <dl className={styles.list}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{words.learned}</p>
    </>
  );
}
