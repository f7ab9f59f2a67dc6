import type { Blanks } from './fault-blanks.ts';
import { bilingual } from './language.tsx';

/** One sentence or two for every fault code: what happened, what was kept, what to do. */
export const faultCopy = bilingual(
  {
    aborted: () => 'This was cancelled. Nothing has changed.',
    offline: (b: Blanks) =>
      `${b.has('file') ? b.get('file') : 'A file'} could not be fetched: there seems to be no connection. Your text is kept; try again when you are online.`,
    'not-found': (b: Blanks) =>
      `${b.has('file') ? b.get('file') : 'A file of this page'} is missing on the server. Your text is kept; loading the page again may help.`,
    'broken-file': (b: Blanks) =>
      `${b.has('file') ? b.get('file') : 'A file of this page'} arrived damaged and was not used. Your text is kept; loading the page again fetches it anew.`,
    'worker-died': () =>
      'A background worker stopped. Your text is kept; it is started again at the next change.',
    'out-of-range': (b: Blanks) =>
      b.has('min') && b.has('max')
        ? `${b.get('field')}: ${b.get('value')} is out of range and was not taken. It can be ${b.get('min')} to ${b.get('max')}.`
        : `A value is out of range and was not taken. ${b.message}`,
    'not-a-number': (b: Blanks) => `${b.get('field')} has to be a number. The value before stays in force.`,
    'not-an-integer': (b: Blanks) =>
      `${b.get('field')} has to be a whole number. The value before stays in force.`,
    'unknown-name': (b: Blanks) => `There is nothing by that name here. ${b.message}`,
    'special-token-refused': (b: Blanks) =>
      `The text contains the special token ${b.get('token')} (at character ${b.get('at')}), and special tokens are set to be refused. Set them to “as text” or “parsed”, or take it out.`,
    'unreadable-link': (b: Blanks) =>
      b.has('field')
        ? `The part “${b.get('field')}” of this link could not be read and was left out; the rest of the link is in force.`
        : 'This link could not be read: it may have been cut off. What stood here before is untouched.',
    'unreadable-storage': (b: Blanks) =>
      b.has('field')
        ? `The part “${b.get('field')}” of what this device kept could not be read. It was set aside, and the usual value is in force.`
        : 'What this device had kept could not be read. It was set aside, and the page starts with the usual values.',
    'storage-full': (b: Blanks) =>
      `This browser did not keep your last changes (${b.get('megabytes')} MB): its storage is full or switched off. They are on the page until you close it; export or copy them.`,
    'too-large': (b: Blanks) =>
      `This is too long for a link: it would take ${b.get('characters')} characters, and links of up to ${b.get('limit')} work everywhere. Export it as a file instead, or shorten the text.`,
    internal: (b: Blanks) => `Something went wrong that should not: ${b.message}. Your text is kept.`,
  },
  {
    aborted: () => '中止しました。何も変わっていません。',
    offline: (b) =>
      `${b.has('file') ? b.get('file') : 'ファイル'} を取得できません。接続がないようです。テキストは残っています。接続してからもう一度試してください。`,
    'not-found': (b) =>
      `${b.has('file') ? b.get('file') : 'このページのファイル'} がサーバーにありません。テキストは残っています。再読み込みで直ることがあります。`,
    'broken-file': (b) =>
      `${b.has('file') ? b.get('file') : 'このページのファイル'} が壊れていたため使いませんでした。テキストは残っています。再読み込みすると取り直します。`,
    'worker-died': () =>
      '裏側の処理が止まりました。テキストは残っています。次に何か変えたときに自動で再開します。',
    'out-of-range': (b) =>
      b.has('min') && b.has('max')
        ? `${b.get('field')}：${b.get('value')} は範囲外なので受け付けませんでした。${b.get('min')}～${b.get('max')} を入力できます。`
        : `値が範囲外なので受け付けませんでした。${b.message}`,
    'not-a-number': (b) => `${b.get('field')} には数値を入れてください。前の値のままです。`,
    'not-an-integer': (b) => `${b.get('field')} には整数を入れてください。前の値のままです。`,
    'unknown-name': (b) => `その名前のものはありません。${b.message}`,
    'special-token-refused': (b) =>
      `テキストに特殊トークン ${b.get('token')} があり（${b.get('at')} 文字目）、特殊トークンは「拒否」になっています。「文字列として」か「解釈する」に変えるか、取り除いてください。`,
    'unreadable-link': (b) =>
      b.has('field')
        ? `リンクの「${b.get('field')}」の部分を読めなかったため使いませんでした。ほかの部分は反映されています。`
        : 'このリンクは読み取れません。途中で切れているのかもしれません。元の内容はそのままです。',
    'unreadable-storage': (b) =>
      b.has('field')
        ? `この端末に保存された「${b.get('field')}」を読めませんでした。別の場所に移し、標準の値を使っています。`
        : 'この端末に保存された内容を読めませんでした。別の場所に移し、標準の値で始めます。',
    'storage-full': (b) =>
      `最後の変更（${b.get('megabytes')} MB）をブラウザーに保存できませんでした。保存領域が一杯か、使えない設定です。ページを閉じるまでは残っています。書き出すかコピーしてください。`,
    'too-large': (b) =>
      `リンクにするには長すぎます（${b.get('characters')} 文字。どこでも使えるのは ${b.get('limit')} 文字まで）。ファイルに書き出すか、テキストを短くしてください。`,
    internal: (b) => `起きてはならないエラーです：${b.message}。テキストは残っています。`,
  },
);
