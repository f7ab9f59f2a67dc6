import { expect, test } from 'vitest';
import { visibleText } from './visible-text.ts';

test('white space has signs', () => {
  expect(visibleText(' the\n\r\t')).toBe('·the⏎␍⇥');
  expect(visibleText('\u00A0\u3000\u0085')).toBe('⟨NBSP⟩⟨U+3000⟩⟨U+0085⟩');
});

test('what joins, marks or breaks without being seen has a name', () => {
  expect(visibleText('\u200D')).toBe('⟨ZWJ⟩');
  expect(visibleText('\uFEFFa\u0000')).toBe('⟨BOM⟩a⟨U+0000⟩');
  expect(visibleText('\uE000')).toBe('⟨U+E000⟩');
});

test('a mark at the beginning sits on a circle, a mark on a letter stays there', () => {
  expect(visibleText('\u0301')).toBe('◌\u0301');
  expect(visibleText('e\u0301')).toBe('e\u0301');
});

test('the replacement character is named, so that nobody takes it for a fault of the page', () => {
  expect(visibleText('\uFFFD')).toBe('⟨U+FFFD⟩');
});

test('half of a surrogate pair is named, where a browser would draw a replacement character; a whole pair is left alone', () => {
  expect(visibleText('a\uD800b\uDC00')).toBe('a⟨U+D800⟩b⟨U+DC00⟩');
  expect(visibleText('\uD83D\uDE80')).toBe('🚀');
});

test('letters and emoji are left alone', () => {
  expect(visibleText('東京 नम 👩')).toBe('東京·नम·👩');
});
