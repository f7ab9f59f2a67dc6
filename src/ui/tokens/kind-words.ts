/** What kinds of tokens are called, one by one and in a filter. */
export const kindWords = {
  en: {
    word: 'word',
    'leading-space': 'space first',
    digits: 'digits',
    punctuation: 'punctuation',
    'white-space': 'white space',
    'single-byte': 'single byte',
    partial: 'part of a character',
  },
  ja: {
    word: '単語',
    'leading-space': '先頭が空白',
    digits: '数字',
    punctuation: '記号',
    'white-space': '空白文字',
    'single-byte': '1 バイト',
    partial: '文字の一部',
  },
};
