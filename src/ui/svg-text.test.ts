// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { svgElement, svgText } from './svg-text.ts';

test('markup is written as text, and what XML cannot write by its code point', () => {
  expect(svgText(`<a b="c"> & ]]>`)).toBe('&lt;a b=&quot;c&quot;&gt; &amp; ]]&gt;');
  expect(svgText('\0\r\ud83d\ufffd\uffff')).toBe('U+0000U+000DU+D83DU+FFFDU+FFFF');
  expect(svgText('\t\n 🚀')).toBe('\t\n 🚀');
});

test('numbers are cut to hundredths, attributes without a value left out', () => {
  expect(svgElement('rect', { x: 1 / 3, y: undefined, fill: '#fff' })).toBe('<rect x="0.33" fill="#fff"/>');
  expect(svgElement('g', {}, 'a')).toBe('<g>a</g>');
});

test('any text is well-formed, in an element and in an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-composite' }), (a, b) => {
      const svg = svgElement('g', { xmlns: 'http://www.w3.org/2000/svg', id: a + b }, svgText(b + a));
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
      expect(parsed.querySelector('parsererror')).toBeNull();
    }),
    { seed: 7, numRuns: 300 },
  );
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)));
  fc.assert(
    fc.property(units, (all) => {
      const parsed = new DOMParser().parseFromString(
        svgElement('g', {}, svgText(all.join('')) || 'a'),
        'image/svg+xml',
      );
      expect(parsed.querySelector('parsererror')).toBeNull();
    }),
    { seed: 8, numRuns: 300 },
  );
});
