export const libraryNames = [
  'ours',
  'js-tiktoken',
  'gpt-tokenizer',
  'ai-tokenizer',
  'tiktoken (WASM)',
] as const;
export type LibraryName = (typeof libraryNames)[number];

export type Encode = (text: string) => ArrayLike<number>;

/** Gives, each time, an encoder for o200k_base whose caches of pieces are empty. */
export async function loadLibrary(name: LibraryName): Promise<() => Promise<Encode> | Encode> {
  switch (name) {
    case 'ours': {
      const { loadEncoding } = await import('../../src/core/load-encoding.ts');
      return async () => {
        const encoding = await loadEncoding('o200k_base');
        return (text) => encoding.encode(text);
      };
    }
    case 'js-tiktoken': {
      const { Tiktoken } = await import('js-tiktoken/lite');
      const { default: ranks } = await import('js-tiktoken/ranks/o200k_base');
      return () => {
        const encoding = new Tiktoken(ranks);
        return (text) => encoding.encode(text, [], []);
      };
    }
    case 'gpt-tokenizer': {
      const { clearMergeCache, encode } = await import('gpt-tokenizer/encoding/o200k_base');
      return () => {
        clearMergeCache();
        return (text) => encode(text);
      };
    }
    case 'ai-tokenizer': {
      const { default: Tokenizer } = await import('ai-tokenizer');
      const ranks = await import('ai-tokenizer/encoding/o200k_base');
      return () => {
        const encoding = new Tokenizer(ranks);
        return (text) => encoding.encode(text);
      };
    }
    case 'tiktoken (WASM)': {
      const { get_encoding: getEncoding } = await import('tiktoken');
      const encoding = getEncoding('o200k_base');
      return () => (text) => encoding.encode_ordinary(text);
    }
  }
}
