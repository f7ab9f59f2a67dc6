import { random } from './random.ts';

const nouns = (
  '時間 学校 先生 学生 会社 仕事 言葉 言語 文章 文字 意味 世界 日本 東京 京都 大阪 電車 駅前 建物 部屋 窓際 机 本棚 図書館 ' +
  '研究 実験 結果 方法 理由 問題 答え 質問 経験 記憶 未来 過去 現在 季節 春 夏 秋 冬 雨 雪 風 空 海 山 川 森 花 木 鳥 犬 猫 魚 ' +
  '水 火 光 影 音楽 映画 写真 絵 物語 小説 詩 手紙 新聞 雑誌 料理 朝食 昼食 夕食 お茶 珈琲 友人 家族 父 母 兄 妹 祖母 子供 大人 ' +
  '医者 病院 薬 体 心 頭 手 足 目 耳 声 名前 町 村 国 道 橋 店 市場 値段 お金 銀行 旅行 地図 船 飛行機 自転車 機械 計算 数学 科学 ' +
  '歴史 文化 社会 経済 政治 法律 平和 戦争 自然 環境 動物 植物 星 月 太陽 地球 宇宙 確率 分布 単語 予測 温度 計画 約束 関係 影響 変化'
).split(' ');
const katakana = (
  'コンピュータ データ モデル テキスト トークン プログラム インターネット ニュース ホテル レストラン バス タクシー カメラ ' +
  'テレビ ラジオ ピアノ ギター スポーツ サッカー チーム ゲーム ルール アイデア イメージ デザイン システム ネットワーク ' +
  'エネルギー パーセント グラフ ページ ボタン スイッチ ガラス ドア テーブル シャツ コート パン チーズ ワイン ビール'
).split(' ');
const kanji =
  '新古大小高長短強弱明暗早遅多少内外上下左右前後東西南北正反全部分合同異類種式型性質量数値形色感情思想主客観点線面';
const stems =
  '行 来 見 聞 話 書 読 食べ 飲 作 使 持 待 歩 走 考え 思 知 分か 教え 習 始め 続け 終わ 開け 閉め 集め 探 選 決め 変え'.split(
    ' ',
  );
const endings = (
  'ます ました ません ている ていた てしまった ようになった ことができる かもしれない なければならない たいと思った ' +
  'そうだった はずだった ながら ても れば られた させた ようとした のである'
).split(' ');
const adjectives =
  '静かな 美しい 新しい 古い 大きな 小さな 不思議な 便利な 難しい やさしい 懐かしい 遠い 近い 白い 黒い 青い 赤い 若い'.split(
    ' ',
  );
const particles =
  'は が を に で と も から まで より へ には では とは についての のような という として'.split(' ');
const openers =
  'しかし また そして ところが たとえば つまり それでも 実際 もちろん ある日 その後 やがて ふと 今朝 昨日'.split(
    ' ',
  );

/**
 * About `length` characters of Japanese prose: clauses of nouns, particles and inflected verbs, with compounds and
 * katakana words that no list holds. It says nothing, but its runs of kana and kanji are as long and as varied as in a
 * novel: few pieces occur twice.
 */
export function japaneseText(length: number, seed: number): string {
  const next = random(seed);
  const pick = <T>(list: ArrayLike<T>): T => list[next(list.length)]!;
  const noun = (): string => {
    const kind = next(10);
    if (kind < 6) return pick(nouns);
    if (kind < 8) return pick(katakana);
    if (kind < 9) return pick(kanji) + pick(kanji);
    return pick(nouns) + pick('者家的性化論学館品地');
  };
  const clause = (): string => {
    let text = next(3) === 0 ? pick(adjectives) : '';
    text += noun();
    for (let n = next(3); n > 0; n--) text += `の${noun()}`;
    text += pick(particles);
    if (next(2) === 0) text += (next(4) === 0 ? pick(adjectives) : '') + noun() + pick(particles);
    return text + pick(stems) + pick(endings);
  };
  let text = '';
  while (text.length < length) {
    text += next(5) === 0 ? '\u3000' : '';
    for (let sentences = 2 + next(6); sentences > 0; sentences--) {
      if (next(5) === 0) text += `${pick(openers)}、`;
      const quoted = next(8) === 0;
      const parts = Array.from({ length: 1 + next(4) }, clause).join('、');
      text += quoted ? `「${parts}。」` : `${parts}。`;
      if (next(25) === 0) text += `${1900 + next(130)}年${1 + next(12)}月`;
    }
    text += '\n';
  }
  return text.slice(0, length);
}
