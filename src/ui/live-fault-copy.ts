import type { Blanks } from './fault-blanks.ts';
import { bilingual } from './language.tsx';

/** The sentences of what can go wrong with live models only; they come with the code that asks those. */
export const liveFaultCopy = bilingual(
  {
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
  },
  {
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
  },
);
