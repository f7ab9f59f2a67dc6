// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { Compare } from './compare.tsx';
import { compareExhibits } from './exhibits.ts';

afterEach(cleanup);

function show(name: string) {
  const on = { onColumns: vi.fn(), onPart: vi.fn() };
  return { ...on, ...render(<Compare {...compareExhibits[name]!} {...on} />) };
}
const column = (name: string) => screen.getByRole('region', { name });

test.each(Object.keys(compareExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender, onColumns, onPart } = show(name);
  const english = container.textContent;
  rerender(
    <LanguageContext value="ja">
      <Compare {...compareExhibits[name]!} onColumns={onColumns} onPart={onPart} />
    </LanguageContext>,
  );
  expect(container.textContent).not.toBe(english);
});

test('three pieces against two: 50 % more, and the cut at 2, which only one makes, is ringed', () => {
  show('two splits');
  expect(column('words').textContent).toContain('2 pieces fewest');
  expect(column('cl100k_base').textContent).toContain('3 pieces 50 % more');
  expect(
    [...column('cl100k_base').querySelectorAll('[data-alone]')].map((piece) => piece.textContent),
  ).toEqual(['cd']);
  expect(column('words').querySelector('[data-alone]')).toBeNull();
});

test('of equals none is the fewest; of no text there is nothing to say but that', () => {
  const { unmount, container } = show('as many pieces in each');
  expect(container.textContent).not.toContain('fewest');
  unmount();
  show('no text');
  expect(screen.getByText('There is no text to compare. Write one in the Text tab.')).toBeTruthy();
});

test('while one split is not there, no cut is called alone', () => {
  const { container } = show('one could not be read');
  expect(within(column('words')).getByRole('alert').textContent).toBe('Not read.');
  expect(container.querySelector('[data-alone]')).toBeNull();
});

test('a split that has to be made first is not offered; two stay at least', () => {
  const { onColumns } = show('two splits');
  expect(screen.queryByRole('option', { name: 'your own BPE' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Add a split' }));
  expect(onColumns).toHaveBeenCalledWith(['cl100k_base', 'words', 'r50k_base']);
});
