// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { historyExhibits } from './exhibits.ts';
import { History } from './history.tsx';

afterEach(cleanup);

function show(name: string) {
  const given = { onActive: vi.fn(), onRewind: vi.fn() };
  render(<History {...historyExhibits[name]!} {...given} />);
  return { ...given, list: screen.getByRole('list', { name: 'History' }) };
}

test.each(Object.keys(historyExhibits))('state “%s” is drawn in both languages', (name) => {
  show(name);
  cleanup();
  render(
    <LanguageContext value="ja">
      <History {...historyExhibits[name]!} onActive={vi.fn()} onRewind={vi.fn()} />
    </LanguageContext>,
  );
  expect(screen.getByRole('list', { name: '履歴' })).toBeTruthy();
});

test('one item per token, with its final probability and its surprisal in bits', () => {
  // −log₂ 0.1501 = 2.74.
  const { list } = show('full');
  const items = within(list).getAllByRole('listitem');
  expect(items).toHaveLength(14);
  expect(items[0]!.textContent).toBe('·king15.6 %2.74 bits, by tiny');
});

test('a token taken by hand says so', () => {
  const { list } = show('full');
  expect(within(list).getAllByRole('listitem')[8]!.textContent).toContain('taken by hand');
});

test('a button in each goes back to it', () => {
  const { list, onRewind } = show('full');
  fireEvent.click(within(list).getAllByRole('button')[5]!);
  expect(onRewind).toHaveBeenCalledWith(5);
});

test('of thousands the newest 300 are there, and earlier ones on demand', () => {
  const { list, onRewind } = show('long');
  expect(within(list).getAllByRole('listitem')).toHaveLength(300);
  fireEvent.click(within(list).getAllByRole('button')[0]!);
  expect(onRewind).toHaveBeenCalledWith(1700);
  fireEvent.click(screen.getByRole('button', { name: 'Show 300 earlier' }));
  expect(within(list).getAllByRole('listitem')).toHaveLength(600);
});

test('empty, it says what will be here', () => {
  const { list } = show('empty');
  expect(within(list).queryAllByRole('listitem')).toEqual([]);
  expect(screen.getByText(/Each token that you draw lands here/)).toBeTruthy();
});
