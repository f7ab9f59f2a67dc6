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
    'access-denied': (b: Blanks) =>
      b.get('reason') === 'wrong'
        ? 'The server does not know this access token. Your text is kept; check the token and enter it again.'
        : b.get('reason') === 'required'
          ? 'This server wants an access token. Your text is kept; enter the one that you were given.'
          : `The server did not let this page in: ${b.message} Your text is kept.`,
    'rate-limited': (b: Blanks) =>
      `${b.has('retryAfter') ? `Too much was asked for: try again in ${b.get('retryAfter')} s.` : 'Too much was asked for: try again a little later.'} Your text is kept. ${b.get('message')}`,
    'provider-refused': (b: Blanks) =>
      `The provider refused this (${b.get('status')}): ${b.get('message')} Your text is kept; change what it names, or choose another model.`,
    'no-logprobs': (b: Blanks) =>
      b.get('reason') === 'ended'
        ? `${b.get('model')} ended here at once and told of no other tokens. Your text is kept; add to it and ask again.`
        : `${b.get('model')} told no logprobs, so there is no distribution to show. Your text is kept; its answers can still be read, or choose another model.`,
    'broken-answer': (b: Blanks) =>
      `The provider’s answer could not be used: ${b.message}. Your text is kept; “Raw” shows what came.`,
    'provider-only': (b: Blanks) =>
      b.get('stage') === 'logit-bias'
        ? `Not in the list, so its bias can only be sent to the provider: token ${b.get('ids')}. Send it there, or take it out.`
        : 'Penalties change tokens that are not in the list, so they can only be sent to the provider. Send them there, or set them to neutral.',
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
    'access-denied': (b) =>
      b.get('reason') === 'wrong'
        ? 'このアクセストークンは使えません。テキストは残っています。確かめてもう一度入れてください。'
        : b.get('reason') === 'required'
          ? 'このサーバーにはアクセストークンが必要です。テキストは残っています。受け取ったものを入れてください。'
          : `サーバーがこのページを受け付けませんでした：${b.message} テキストは残っています。`,
    'rate-limited': (b) =>
      `${b.has('retryAfter') ? `要求が多すぎます。${b.get('retryAfter')} 秒後にもう一度試してください。` : '要求が多すぎます。少し待ってもう一度試してください。'}テキストは残っています。${b.get('message')}`,
    'provider-refused': (b) =>
      `提供元が断りました（${b.get('status')}）：${b.get('message')} テキストは残っています。指摘された点を変えるか、別のモデルを選んでください。`,
    'no-logprobs': (b) =>
      b.get('reason') === 'ended'
        ? `${b.get('model')} はここで終わり、ほかの候補を返しませんでした。テキストは残っています。続きを書いてからもう一度試してください。`
        : `${b.get('model')} が対数確率を返さないため、分布を表示できません。テキストは残っています。答えを読むことはできます。別のモデルも選べます。`,
    'broken-answer': (b) =>
      `提供元の答えを使えませんでした：${b.message}。テキストは残っています。届いた内容は「Raw」で見られます。`,
    'provider-only': (b) =>
      b.get('stage') === 'logit-bias'
        ? `一覧にないトークンのバイアスは、提供元に送ることしかできません：${b.get('ids')}。提供元に送るか、取り除いてください。`
        : 'ペナルティは一覧にないトークンも変えるため、提供元に送ることしかできません。提供元に送るか、中立の値にしてください。',
    internal: (b) => `起きてはならないエラーです：${b.message}。テキストは残っています。`,
  },
);
