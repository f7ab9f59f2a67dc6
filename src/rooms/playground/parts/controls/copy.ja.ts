import type { Copy } from '../../../../ui/language.tsx';
import type { en } from './copy.en.ts';

export const ja: Copy<typeof en> = {
  title: '適用される順番',
  preset: 'プリセット',
  presets: {
    greedy: '貪欲（Greedy）',
    openai: 'OpenAI',
    'llama.cpp': 'llama.cpp',
    'hugging-face': 'Hugging Face',
    vllm: 'vLLM',
    custom: 'カスタム',
  },
  changed: (preset) => `${preset}（変更あり）`,
  resetTo: (preset) => `${preset} の設定に戻す`,
  order: '順番を変える',
  orderDone: '順番を決定',
  orderHint: '番号をドラッグするか、矢印で動かします。',
  stages: {
    'logit-bias': 'ロジットバイアス',
    penalties: 'ペナルティ',
    temperature: '温度',
    'top-k': 'Top-k',
    'top-p': 'Top-p',
    'min-p': 'Min-p',
  },
  parameters: {
    temperature: '温度',
    topK: 'Top-k',
    topP: 'Top-p',
    minP: 'Min-p',
    repetition: '反復ペナルティ',
    frequency: '頻度ペナルティ',
    presence: '出現ペナルティ',
    lastN: 'さかのぼる範囲',
  },
  valueOf: (name) => `${name}の値`,
  use: (stage) => `${stage}を使う`,
  earlier: (stage) => `${stage}を一つ前へ`,
  later: (stage) => `${stage}を一つ後へ`,
  moved: (stage, place) => `${stage}は 6 段のうち ${place} 番目になりました。`,
  off: 'オフ',
  spokenOff: (value) => `${value}、オフ`,
  removed: (count) => `${count} 個を除外`,
  onlyBest: '最上位のみ',
  keptBest: '最上位は残す',
  biased: (count) => `${count} 個`,
  penaltySettings: 'ペナルティの設定',
  lookBackHint: '−1 で全部',
  seed: 'シード',
  seedHint: '同じシードなら同じ引き',
  seedRefused: (entry, inForce, max) =>
    `${entry === '' ? 'その入力' : entry} はシードになりません。0 から ${max} までの整数を入れてください。今は ${inForce} のままです。`,
  refused: (name, entry, min, max, whole, inForce) =>
    `${entry === '' ? 'その入力' : entry} は使えません。${name}は ${min} から ${max} までの${whole ? '整数' : '数'}です。今は ${inForce} のままです。`,
  about: (name) => `${name}とは`,
  rules: '計算の決まり',
  ruleLine: {
    openai:
      'OpenAI は内部の順番を公開しておらず、これは私たちの解釈です。ペナルティは引いたトークンだけを数えます。64 ビット計算。',
    'llama.cpp': 'ちょうど k 個を残します。ペナルティはプロンプトも数えます。32 ビット計算。',
    'hugging-face': 'k 番目と同点のトークンも残します。反復ペナルティはプロンプトも数えます。32 ビット計算。',
    vllm: 'k 番目と同点のトークンも残します。反復ペナルティはプロンプトも数えます。32 ビット計算。',
  },
  ruleHelp: {
    openai:
      '倍精度で計算します。同じ確率なら ID の小さいほうが先で、top-k はちょうど k 個を残します。ペナルティが数えるのは実際に引いたトークンだけで、OpenAI が公開している式に従います。OpenAI の API そのものには top-k、min-p、反復ペナルティはありません。',
    'llama.cpp':
      '和や割合を 32 ビットで計算するため、境目ちょうどの切り方が変わることがあります。同点なら ID の小さいほうが先で、top-k はちょうど k 個を残します。ペナルティはどれもプロンプトと引いたトークンの両方を数え、標準では直近 64 個が対象です。',
    'hugging-face':
      '和や割合を 32 ビットで計算するため、境目ちょうどの切り方が変わることがあります。top-k は k 番目と同点のトークンをすべて残し、top-p は同点なら ID の大きいほうを残します。反復ペナルティはプロンプトも数えます。頻度・出現ペナルティは Hugging Face にはないので、vLLM と同じく引いたトークンを数えます。',
    vllm: '和や割合を 32 ビットで計算するため、境目ちょうどの切り方が変わることがあります。top-k は k 番目と同点のトークンをすべて残し、top-p は同点なら ID の大きいほうを残します。反復ペナルティはプロンプトも数え、頻度・出現ペナルティは引いたトークンだけを数えます。',
  },
  help: {
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
};
