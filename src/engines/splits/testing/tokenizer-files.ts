const vocabularyOf = (tokens: readonly string[]): Record<string, number> =>
  Object.fromEntries(tokens.map((token, id) => [token, id]));

/** Small `tokenizer.json` files of each kind, as Hugging Face writes them. */
export const tokenizerFiles = {
  /** GPT-2's alphabet for bytes; E3 81 82 is `ã ģ Ĥ`, without spaces. */
  byteLevel: {
    version: '1.0',
    added_tokens: [
      {
        id: 12,
        content: '<|end|>',
        special: true,
        normalized: false,
        lstrip: false,
        rstrip: false,
        single_word: false,
      },
    ],
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: false, use_regex: true },
    decoder: { type: 'ByteLevel' },
    model: {
      type: 'BPE',
      vocab: vocabularyOf(['l', 'o', 'w', 'Ġ', 'lo', 'low', 'Ġlow', 'e', 'r', 'ã', 'ģ', 'Ĥ']),
      merges: ['l o', 'lo w', 'Ġ low'],
    },
  },
  wordPiece: {
    added_tokens: [],
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: vocabularyOf(['[UNK]', 'cafe', '##s', 'un', '##known', ',', '京']),
    },
  },
  unigram: {
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
    post_processor: null,
    decoder: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true },
    model: {
      type: 'Unigram',
      unk_id: 0,
      vocab: [
        ['<unk>', 0],
        ['▁', -3],
        ['▁he', -2],
        ['llo', -2],
        ['▁hello', -1],
        ['s', -3],
      ],
    },
  },
  /** Llama’s way: no pieces, bytes for what is unknown. */
  byteFallback: {
    added_tokens: [],
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'Prepend', prepend: '▁' },
        { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
      ],
    },
    pre_tokenizer: null,
    post_processor: null,
    decoder: null,
    model: {
      type: 'BPE',
      unk_token: '<unk>',
      fuse_unk: true,
      byte_fallback: true,
      vocab: vocabularyOf(['<unk>', '▁', 'a', '▁a', '<0xE3>', '<0x81>', '<0x82>']),
      merges: ['▁ a'],
    },
  },
} as const;
