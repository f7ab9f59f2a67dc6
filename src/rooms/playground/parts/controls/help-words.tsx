import type { Rules, StageName } from '../../../../core/sampling/stages.ts';
import { bilingual, useCopy } from '../../../../ui/language.tsx';

const copy = bilingual(
  {
    rules: {
      openai:
        'Double precision. Among equally likely tokens the smaller id comes first, and top-k leaves exactly k. Penalties count only tokens that were drawn, by OpenAI’s published formula. OpenAI’s API itself has neither top-k nor min-p nor a repetition penalty.',
      'llama.cpp':
        'Sums and shares are 32-bit numbers, which moves a cut that falls right on an edge. Among equals the smaller id comes first, and top-k leaves exactly k. Every penalty counts prompt and drawn tokens, the last 64 by default.',
      'hugging-face':
        'Sums and shares are 32-bit numbers, which moves a cut that falls right on an edge. Top-k keeps all tokens that equal the k-th; top-p keeps the larger ids among equals. The repetition penalty counts the prompt; frequency and presence penalties, which Hugging Face does not have, count drawn tokens as vLLM’s do.',
      vllm: 'Sums and shares are 32-bit numbers, which moves a cut that falls right on an edge. Top-k keeps all tokens that equal the k-th; top-p keeps the larger ids among equals. The repetition penalty counts the prompt; frequency and presence penalties count drawn tokens only.',
    },
    stage: {
      'logit-bias':
        'Adds a number to the logits of the tokens in the bias list. +1 multiplies a token’s odds by 2.72, −1 divides them by 2.72.',
      penalties:
        'Lower what the text already holds. Repetition divides a logit above 0 and multiplies one below; frequency takes its number off for each occurrence; presence takes it off once. 1, 0 and 0 are off.',
      temperature:
        'Divides every logit. Below 1 the likely tokens gain, above 1 the unlikely ones do. At 0 the best token is always drawn; 1 changes nothing.',
      'top-k': 'Keeps the k most likely tokens and removes the rest. 0 is off.',
      'top-p':
        'Keeps the most likely tokens until together they hold this share of the probability, and removes the rest. 1 is off.',
      'min-p': 'Removes every token that is less likely than this share of the best one. 0 is off.',
    },
  },
  {
    rules: {
      openai:
        '倍精度で計算します。同じ確率なら ID の小さいほうが先で、top-k はちょうど k 個を残します。ペナルティが数えるのは実際に引いたトークンだけで、OpenAI が公開している式に従います。OpenAI の API そのものには top-k、min-p、反復ペナルティはありません。',
      'llama.cpp':
        '和や割合を 32 ビットで計算するため、境目ちょうどの切り方が変わることがあります。同点なら ID の小さいほうが先で、top-k はちょうど k 個を残します。ペナルティはどれもプロンプトと引いたトークンの両方を数え、標準では直近 64 個が対象です。',
      'hugging-face':
        '和や割合を 32 ビットで計算するため、境目ちょうどの切り方が変わることがあります。top-k は k 番目と同点のトークンをすべて残し、top-p は同点なら ID の大きいほうを残します。反復ペナルティはプロンプトも数えます。頻度・出現ペナルティは Hugging Face にはないので、vLLM と同じく引いたトークンを数えます。',
      vllm: '和や割合を 32 ビットで計算するため、境目ちょうどの切り方が変わることがあります。top-k は k 番目と同点のトークンをすべて残し、top-p は同点なら ID の大きいほうを残します。反復ペナルティはプロンプトも数え、頻度・出現ペナルティは引いたトークンだけを数えます。',
    },
    stage: {
      'logit-bias':
        'バイアスの一覧にあるトークンのロジットに数を足します。+1 でオッズが 2.72 倍、−1 で 2.72 分の 1 になります。',
      penalties:
        '文章にもう出てきたトークンを出にくくします。反復は 0 より大きいロジットを割り、0 以下なら掛けます。頻度は出た回数分だけ引き、出現は一度だけ引きます。順に 1、0、0 なら何もしません。',
      temperature:
        'すべてのロジットをこの数で割ります。1 より小さいと有力なトークンがさらに有利に、大きいと不利だったトークンにも機会が増えます。0 なら必ず最上位を選び、1 なら何も変わりません。',
      'top-k': '確率の高い順に k 個だけ残します。0 ならオフです。',
      'top-p': '確率の高い順に足していき、合計がこの割合に届くまでのトークンだけ残します。1 ならオフです。',
      'min-p': '最上位の確率にこの割合を掛けた値より確率の低いトークンを除きます。0 ならオフです。',
    },
  },
);

/** What is explained: a stage, or the rules of an engine. */
export type HelpTopic = { readonly stage: StageName } | { readonly rules: Rules };

/** One or two sentences, read on a press only. */
export function HelpWords({ topic }: { readonly topic: HelpTopic }) {
  const words = useCopy(copy);
  return <p>{'stage' in topic ? words.stage[topic.stage] : words.rules[topic.rules]}</p>;
}
