// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { liveHistoryExhibits } from './exhibits.ts';
import { LiveHistory } from './live-history.tsx';

afterEach(cleanup);

function show(name: string) {
  const onRewind = vi.fn();
  render(<LiveHistory {...liveHistoryExhibits[name]!} onRewind={onRewind} />);
  return { onRewind, list: screen.getByRole('list', { name: 'History' }) };
}

test.each(Object.keys(liveHistoryExhibits))('state “%s” is drawn in both languages', (name) => {
  const { list } = show(name);
  expect(list.textContent).not.toContain('\uFFFD');
  cleanup();
  render(
    <LanguageContext value="ja">
      <LiveHistory {...liveHistoryExhibits[name]!} onRewind={vi.fn()} />
    </LanguageContext>,
  );
  expect(screen.getByRole('list', { name: '履歴' })).toBeTruthy();
});

test('a probability is told as a number, as an interval, or not at all; and who drew', () => {
  // −log₂ 0.31 = 1.69, −log₂ 0.125 = 3, −log₂ 0.002 = 8.97, −log₂ 0.75 = 0.42.
  const { list } = show('few');
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    '·king31.0 %1.69 bits, drawn here',
    '·who12.1–13.0 %3.00 bits, drawn here',
    'E3 810–40 %8.97 bits, taken by hand',
    '⟨?⟩not toldsurprise not told, drawn by the provider',
    '⏎⏎50–100 %0.42 bits, drawn by the provider',
  ]);
});

test('a tip shows an id only where it is known', () => {
  const { list } = show('few');
  expect(within(list).getByText('·king').title).toBe('·king · 5822');
  expect(within(list).getByText('·who').title).toBe('·who');
});

test('a button in each goes back to before it', () => {
  const { list, onRewind } = show('few');
  fireEvent.click(within(list).getByRole('button', { name: 'Go back to before number 3' }));
  expect(onRewind).toHaveBeenCalledWith(2);
});

test('of a thousand the newest 300 are there, and earlier ones on demand', () => {
  const { list, onRewind } = show('long');
  expect(list.children).toHaveLength(300);
  fireEvent.click(list.querySelector('button')!);
  expect(onRewind).toHaveBeenCalledWith(700);
  fireEvent.click(screen.getByText('Show 300 earlier'));
  expect(list.children).toHaveLength(600);
});

test('empty, it says what will be here', () => {
  const { list } = show('empty');
  expect(list.children).toHaveLength(0);
  expect(screen.getByText(/Each token that a step adds lands here/)).toBeTruthy();
});
