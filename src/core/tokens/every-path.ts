/**
 * A text that takes every branch of the scanners and of merging. An engine compiles for what it has seen, and starts anew
 * when something else comes: with this seen first, the first unusual character in a long text costs nothing.
 */
export const everyPath = [
  "The HTTPServer's aB don't WE'LL I've x're 'tis 'ſ 'l 'v 'x ABC'd é's É Éé ÀB'm Ünïcode ʰx ªb ",
  '1 12 1234 ٣٣٣٣ ² 𝟘𝟙𝟚𝟛 ½x !? ... // /\n/ ;\r\n\n  \n\t x  y   \u0085z \u00a0 \u3000東 \u3000\u3000 \r',
  '東京タワーです。 日本語とABCと漢字の文章 Привет мир नमस्ते 한국어 \u0301 \u0301A \u0301\u0301b !\u0301 Aあ BCあDE あ\u0301 ǅx 𐐀𐐨 👩‍🚀🍕\ud83d \udc00',
  ` internationalization ${'qxzj'.repeat(30)} ${'東qéz👩'.repeat(60)} ${' '.repeat(200)}= ${'='.repeat(200)}`,
  `${'Z'.repeat(40)} ${'\u3042'.repeat(150)} ends   `,
].join('');
