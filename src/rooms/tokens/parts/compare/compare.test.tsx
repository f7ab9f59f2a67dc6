// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { Compare } from './compare.tsx';
import { compareExhibits } from './exhibits.ts';

beforeEach(() => {
  const quiet = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('matchMedia', () => ({ matches: false, ...quiet }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(name: string) {
  const on = { onColumns: vi.fn(), onRetry: vi.fn() };
  const view = render(<Compare {...compareExhibits[name]!} {...on} />);
  // Pieces come when they have been asked for.
  await act(() => Promise.resolve());
  return { ...on, ...view };
}
const head = (name: string) => screen.getByRole('region', { name });
const texts = (name: string) => screen.getByRole('region', { name: `Text as ${name}` });
const alone = (name: string) =>
  [...texts(name).querySelectorAll('[data-alone]')].map((piece) => piece.textContent);

test.each(Object.keys(compareExhibits))('state “%s” is drawn in both languages', async (name) => {
  const { container, rerender, onColumns, onRetry } = await show(name);
  const english = container.textContent;
  rerender(
    <LanguageContext value="ja">
      <Compare {...compareExhibits[name]!} onColumns={onColumns} onRetry={onRetry} />
    </LanguageContext>,
  );
  expect(container.textContent).not.toBe(english);
});

test('three pieces against two: 50 % more, and the cut at 2, which only one makes, is ringed', async () => {
  await show('two splits');
  expect(head('words').textContent).toContain('2 pieces fewest');
  expect(head('cl100k_base').textContent).toContain('3 pieces 50 % more');
  expect(alone('cl100k_base')).toEqual(['cd']);
  expect(alone('words')).toEqual([]);
});

test('less than a tenth of a percent is not nothing, and thousands are grouped; of none nothing is told', async () => {
  await show('nearly as many');
  expect(head('cl100k_base').textContent).toContain('100,001 pieces < 0.1 % more');
  expect(head('UTF-8 bytes').textContent).toContain('2,000,000 pieces 1,900 % more');
  cleanup();
  await show('none of one kind');
  expect(head('cl100k_base').textContent).not.toContain('%');
});

test('of equals none is the fewest; of no text there is nothing to say but that', async () => {
  const { unmount, container } = await show('as many pieces in each');
  expect(container.textContent).not.toContain('fewest');
  unmount();
  await show('no text');
  expect(screen.getByText('There is no text to compare. Write one in the Text tab.')).toBeTruthy();
});

test('while one split is not there no cut is called alone, its text is, and it can be tried again', async () => {
  const { container, onRetry } = await show('one could not be read');
  expect(within(head('words')).getByRole('alert').textContent).toContain('Not read.');
  expect(container.querySelector('[data-alone]')).toBeNull();
  expect(texts('words').textContent).toBe('abcd!');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledWith('words');
});

test('a split that has to be made first is not offered; two stay at least', async () => {
  const { onColumns } = await show('two splits');
  expect(screen.queryByRole('option', { name: 'your own BPE' })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Add a split' }));
  expect(onColumns).toHaveBeenCalledWith(['cl100k_base', 'words', 'r50k_base']);
});

test('a split that was chosen and is not there says what to do', async () => {
  await show('some to be made first');
  expect(head('your own BPE').textContent).toContain('Not trained yet: train it below.');
  expect(head('your tokenizer.json').textContent).toContain('No file yet: open one below.');
});

test('one piece over several rows is in each of them, with its ends open', async () => {
  await show('a long text');
  const rows = [...texts('your own BPE').querySelectorAll('p')];
  expect(rows).toHaveLength(3);
  expect(rows.map((row) => row.textContent).join('')).toBe(texts('words').textContent.replaceAll('⏎', ''));
  const ends = rows.map((row) => {
    const piece = row.querySelector('span')!;
    return [piece.hasAttribute('data-begun'), piece.hasAttribute('data-goes-on')];
  });
  expect(ends).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ]);
});

test('what scrolls has a name and can be reached with the keyboard', async () => {
  await show('two splits');
  const scroller = screen.getByRole('group', { name: 'The text in 2 splits, scrolled together' });
  expect(scroller.tabIndex).toBe(0);
});
