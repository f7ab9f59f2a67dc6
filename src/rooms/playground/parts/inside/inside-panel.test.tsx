// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { insideExhibits } from './exhibits.ts';
import { InsidePanel } from './inside-panel.tsx';

afterEach(cleanup);

const show = (name: string, onActive = vi.fn()) =>
  render(<InsidePanel {...insideExhibits[name]!} onActive={onActive} />);

const percent = (text: string | null | undefined) => Number.parseFloat(text ?? '');

test.each(Object.keys(insideExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender } = show(name);
  const english = container.textContent;
  expect(english).not.toBe('');
  rerender(
    <LanguageContext value="ja">
      <InsidePanel {...insideExhibits[name]!} onActive={() => undefined} />
    </LanguageContext>,
  );
  if (name !== 'failed') expect(container.textContent).not.toBe(english);
});

test('the lens has a row before the first layer and one after each, the last of which the model says', () => {
  show('full');
  const table = screen.getByRole('table', { name: 'Logit lens' });
  const rows = within(table).getAllByRole('rowheader');
  expect(rows.map((row) => row.textContent)).toEqual([
    'before layer 1',
    'after layer 1',
    'after layer 2',
    'after layer 3',
    'after layer 4',
    'after layer 5',
    'after layer 6 (what the model says)',
  ]);
  expect(within(table).getAllByRole('cell')).toHaveLength(7 * 6);
});

test('a row of attention sums to 100 %, the other positions included', () => {
  show('full');
  const table = screen.getByRole('table', { name: 'Attention' });
  const shares = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => percent(within(row).getAllByRole('cell').at(-1)!.textContent));
  expect(shares).toHaveLength(11);
  expect(within(table).getByRole('rowheader', { name: 'the other 30' })).toBeTruthy();
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
});

test('layer and head choose the row; the mean comes first', () => {
  show('full');
  const largest = () =>
    within(screen.getByRole('table', { name: 'Attention' })).getAllByRole('row')[1]!.textContent;
  const first = largest();
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Head' }).value).toBe('mean');
  fireEvent.change(screen.getByRole('combobox', { name: 'Layer' }), { target: { value: '1' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Head' }), { target: { value: '1' } });
  // The first head of the first layer looks at the last of the 40 tokens most.
  expect(largest()).toMatch(/^40/);
  expect(largest()).not.toBe(first);
});

test('every position of the window is in the list with its share; what is outside is said to be', () => {
  show('full');
  const items = within(screen.getByRole('list', { name: 'Attention' })).getAllByRole('listitem');
  expect(items).toHaveLength(40);
  expect(items[0]!.getAttribute('aria-label')).toMatch(/^position 1: ·king, [\d.]+ %$/);
  expect(screen.getByText(/left of the window: the model cannot see it/)).toBeTruthy();
  expect(screen.getByText('36 more')).toBeTruthy();
});

test('the pointer and the focus tell which token they are on; arrows move through the lens', () => {
  const onActive = vi.fn();
  show('full', onActive);
  const cells = within(screen.getByRole('table', { name: 'Logit lens' })).getAllByRole('cell');
  fireEvent.pointerOver(cells[1]!);
  expect(onActive).toHaveBeenLastCalledWith(1);
  cells[0]!.focus();
  expect(onActive).toHaveBeenLastCalledWith(0);
  fireEvent.keyDown(cells[0]!, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(cells[1]);
  fireEvent.keyDown(cells[1]!, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(cells[7]);
});

test('a model without layers says so in a sentence', () => {
  const { container } = show('no inside');
  expect(container.textContent).toBe(
    'trigram counts what followed what: it has no layers and no attention to look at.',
  );
});
