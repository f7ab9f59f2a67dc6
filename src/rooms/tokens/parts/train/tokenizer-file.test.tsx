// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { fileExhibits } from './exhibits.ts';
import { FileDrop } from './file-drop.tsx';
import { TokenizerFile } from './tokenizer-file.tsx';

afterEach(cleanup);

function show(name: string) {
  const events = { onFile: vi.fn(), onCancel: vi.fn() };
  const view = render(<TokenizerFile state={fileExhibits[name]!} {...events} />);
  return { ...events, ...view };
}
const alert = () => screen.getByRole('alert').textContent;

test.each(Object.keys(fileExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender, ...events } = show(name);
  const english = container.textContent;
  rerender(
    <LanguageContext value="ja">
      <TokenizerFile state={fileExhibits[name]!} {...events} />
    </LanguageContext>,
  );
  expect(container.textContent).not.toBe(english);
});

test('what is wrong with the reader’s file is said, and what would be accepted', () => {
  show('no JSON');
  expect(alert()).toMatch(/page\.html was not opened: it is not JSON\..*BPE, WordPiece or Unigram/);
  cleanup();
  show('without a model');
  expect(alert()).toMatch(/package\.json was not opened: its part “model” is missing.*is accepted/);
  cleanup();
  show('of another kind');
  expect(alert()).toMatch(/“WordLevel” in its part “model”.*Accepted there: BPE, WordPiece, Unigram/);
  cleanup();
  show('too large');
  expect(alert()).toMatch(/130 MB, and up to 100 MB are accepted/);
});

test('while a file is read it is named, and can be given up', () => {
  const { onCancel } = show('opening');
  expect(screen.getByRole('progressbar', { name: 'Reading gpt2.json' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledOnce();
});

test('a file that is dropped is taken; text that is dragged over is none', () => {
  const onFile = vi.fn();
  const { container } = render(<FileDrop onFile={onFile}>here</FileDrop>);
  const place = container.firstElementChild!;
  const file = new File(['{}'], 'x.json');
  const over = (types: readonly string[]) =>
    fireEvent.dragOver(place, { dataTransfer: { types, files: [] } });
  // False: the browser does nothing of its own.
  expect([over(['text/plain']), over(['Files'])]).toEqual([true, false]);
  expect(place.hasAttribute('data-over')).toBe(true);
  fireEvent.drop(place, { dataTransfer: { types: ['Files'], files: [file] } });
  expect(onFile).toHaveBeenCalledWith(file);
  expect(place.hasAttribute('data-over')).toBe(false);
});
