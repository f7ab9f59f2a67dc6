import type { LegacyLogprobs, TokenLogprob } from '../../shared/wire/openai-answers.ts';

/** Builds the parallel lists of completions from entries, each with the text that it has in the lists; offsets go on from chunk to chunk. */
export class LegacyLog {
  #offset = 0;

  add(entries: readonly (readonly [string, TokenLogprob | null])[]): LegacyLogprobs {
    return {
      tokens: entries.map(([token]) => token),
      token_logprobs: entries.map(([, token]) => token?.logprob ?? null),
      top_logprobs: entries.map(
        ([, token]) =>
          token && Object.fromEntries(token.top_logprobs.map(({ token: text, logprob }) => [text, logprob])),
      ),
      text_offset: entries.map(([token]) => {
        const at = this.#offset;
        this.#offset += token.length;
        return at;
      }),
      content: entries.map(([, token]) => token),
    };
  }
}
