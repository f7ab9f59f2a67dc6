// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguageContext } from './language.tsx';
import { SavePicture } from './save-picture.tsx';

const picture = { name: 'tokens', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', width: 800, height: 600 };
let saved: string[];

beforeEach(() => {
  saved = [];
  vi.useFakeTimers();
  URL.createObjectURL = () => 'blob:made';
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('the SVG is saved under its name', () => {
  render(<SavePicture label="Tree" picture={() => picture} />);
  fireEvent.click(screen.getByRole('button', { name: 'Save as SVG' }));
  expect(saved).toEqual(['tokens.svg']);
});

test.each([
  ['en', 'Save as PNG', 'This browser made no PNG of 1,600 × 1,200 pixels.'],
  ['ja', 'PNG で保存', '1,600 × 1,200 ピクセルの PNG を作れませんでした'],
] as const)(
  'where the browser makes no PNG, a sentence in %s says so and nothing is saved',
  async (language, name, sentence) => {
    // There is no drawing in this one.
    vi.useRealTimers();
    render(
      <LanguageContext value={language}>
        <SavePicture label="Tree" picture={() => picture} />
      </LanguageContext>,
    );
    fireEvent.click(screen.getByRole('button', { name }));
    expect((await screen.findByRole('alert')).textContent).toContain(sentence);
    expect(saved).toEqual([]);
    expect(screen.getByRole('button', { name }).getAttribute('aria-disabled')).toBeNull();
  },
);
