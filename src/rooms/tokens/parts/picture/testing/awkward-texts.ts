/** Texts that a picture may trip over, each with what is written in it: code points for what has no shape. */
export const awkwardTexts: Readonly<Record<string, readonly [text: string, written: string]>> = {
  'signs of markup': [`<b class="x">&amp; '</b> ]]> <!-- `, `<b class="x">&amp; '</b> ]]> <!-- `],
  controls: ['a\0b\u0007c\u001b[0m\u007f\u0085', 'aU+0000bU+0007cU+001B[0mU+007FU+0085'],
  'lone surrogates': ['\ud83d a\udc00b \ud800', 'U+D83D aU+DC00b U+D800'],
  'what XML forbids': ['a\ufffeb\uffffc', 'aU+FFFEbU+FFFFc'],
  'the replacement character': ['a\ufffdb', 'aU+FFFDb'],
  'line ends': ['a\r\nb\rc\n\n', 'aCR\nbCRc\n\n'],
  'spaces and tabs': ['  a \t\tb\u00a0c\u200bd\ufeff ', '  a \t\tbU+00A0cU+200BdU+FEFF '],
  'an emoji of several': ['👩‍🚀👨‍👩‍👧‍👦 1️⃣ 🇯🇵 ❤️', '👩‍🚀👨‍👩‍👧‍👦 1️⃣ 🇯🇵 ❤️'],
  Japanese: ['東京タワー、ｶﾞ、𠮷野家', '東京タワー、ｶﾞ、𠮷野家'],
  Devanagari: ['नमस्ते दुनिया', 'नमस्ते दुनिया'],
  marks: ['x\u0301y\u0301e\u0301 \u0301\n\u0301', 'x\u0301y\u0301e\u0301 \u0301\n\u0301'],
  'a joiner alone': ['\u200d\u200d a', 'U+200D a'],
  Hebrew: ['abc שלום עולם 42, 3.14! xyz', 'abc שלום עולם 42, 3.14! xyz'],
  'a long word': ['x'.repeat(500), 'x'.repeat(500)],
  'a token over rows': [' '.repeat(300), ' '.repeat(300)],
  nothing: ['', ''],
};
