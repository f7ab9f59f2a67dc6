// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { nextTokenExhibits } from './exhibits.ts';
import { NextToken, type NextTokenProps } from './next-token.tsx';

const handlers = () => ({
  onActive: vi.fn(),
  onTake: vi.fn(),
  onPin: vi.fn(),
  onUnpin: vi.fn(),
  onScale: vi.fn(),
});

function show(name: string, props: Partial<NextTokenProps> = {}) {
  const given = handlers();
  render(<NextToken {...nextTokenExhibits[name]!} {...given} {...props} />);
  return given;
}

const row = (name: RegExp) => screen.getByRole('row', { name });
const cellsOf = (of: HTMLElement) => within(of).getAllByRole('cell');
const textsOf = (of: HTMLElement) => cellsOf(of).map((cell) => cell.textContent);

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    throw new Error(words.join(' '));
  });
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test.each(Object.keys(nextTokenExhibits))('state “%s” is drawn in both languages', (name) => {
  const { rerender, container } = render(<NextToken {...nextTokenExhibits[name]!} {...handlers()} />);
  expect(container.textContent).toContain('Next token');
  rerender(
    <LanguageContext value="ja">
      <NextToken {...nextTokenExhibits[name]!} {...handlers()} />
    </LanguageContext>,
  );
  expect(container.textContent).toContain('次のトークン');
});

test('the table has its four columns, twelve candidates of four cells, and everything else', () => {
  show('full');
  const table = screen.getByRole('table', { name: 'Next token' });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toEqual(['Token', 'Model', 'Final', 'Status']);
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows).toHaveLength(13);
  for (const each of rows) expect(cellsOf(each)).toHaveLength(4);
  expect(textsOf(rows[12]!)).toEqual(['Everything else', '14.2 %', '0', '33 tokens, all removed']);
});

test('a kept, a biased, a banned and a cut token say so', () => {
  show('full');
  expect(textsOf(row(/·king/))).toEqual(['·king', '15.0 %', '18.5 %', 'kept']);
  expect(textsOf(row(/·old/))[3]).toBe('+0.75, kept');
  expect(textsOf(row(/·young/))[3]).toBe('−0.5, kept');
  expect(textsOf(row(/·man/))).toEqual(['·man', '9.22 %', '0', 'banned']);
  expect(textsOf(row(/·widow/)).slice(2)).toEqual(['0', 'top-p']);
});

test('the row under the needle is the current one', () => {
  show('full');
  expect(row(/·woman/).getAttribute('aria-current')).toBe('true');
  expect(document.querySelectorAll('[aria-current]')).toHaveLength(1);
});

test('when every token is banned the best one stays, and a sentence says so', () => {
  show('all banned');
  expect(screen.getByText(/would have removed every token, so the best one stays/)).toBeTruthy();
  expect(textsOf(row(/·king/)).slice(2)).toEqual(['100 %', '−∞, kept']);
});

test('↓ ↑ choose, Enter takes, and a removed token can be taken too', () => {
  const { onActive, onTake } = show('full');
  fireEvent.keyDown(row(/·little/), { key: 'ArrowDown' });
  expect(onActive).toHaveBeenLastCalledWith(5);
  fireEvent.keyDown(row(/·little/), { key: 'ArrowUp' });
  expect(onActive).toHaveBeenLastCalledWith(3);
  fireEvent.keyDown(row(/·man/), { key: 'Enter' });
  expect(onTake).toHaveBeenCalledWith(3);
});

test('hovering and leaving a row tells which token is active', () => {
  const { onActive } = show('full');
  fireEvent.pointerOver(row(/·boy/));
  expect(onActive).toHaveBeenLastCalledWith(6);
});

test('a number opens its arithmetic; Escape closes it and gives the focus back', async () => {
  const { onTake } = show('full');
  const number = within(cellsOf(row(/·king/))[2]!).getByRole('button');
  fireEvent.click(number);
  const dialog = await screen.findByRole('dialog', { name: 'Why 18.5 %' });
  expect(document.activeElement).toBe(dialog);
  expect(dialog.querySelector('p')!.textContent).toMatch(
    /^logit −0\.00 → ÷0\.80 → kept by top-p \(0\.\d+ before it\) → ÷0\.\d+ → 18\.5 %$|^logit 0\.00 → /,
  );
  fireEvent.keyDown(dialog, { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(number);
  fireEvent.click(number);
  fireEvent.click(screen.getByRole('button', { name: 'Take this token' }));
  expect(onTake).toHaveBeenCalledWith(0);
});

test('keys pressed on a number are not also keys of the room', () => {
  show('full');
  const heard = vi.fn();
  window.addEventListener('keydown', heard);
  const number = within(cellsOf(row(/·king/))[2]!).getByRole('button');
  fireEvent.keyDown(number, { key: ' ' });
  fireEvent.keyDown(number, { key: 'Enter' });
  expect(heard).not.toHaveBeenCalled();
  fireEvent.keyDown(number, { key: 'p' });
  expect(heard).toHaveBeenCalledOnce();
  window.removeEventListener('keydown', heard);
});

test('the search finds any token with its ranks, and choosing one pins it', () => {
  const { onPin } = show('full');
  const search = screen.getByRole('searchbox', { name: 'Find a token' });
  fireEvent.focus(search);
  fireEvent.change(search, { target: { value: 'countless' } });
  const option = screen.getByRole('option');
  expect(option.textContent).toContain('model rank 44, removed');
  fireEvent.keyDown(search, { key: 'Enter' });
  expect(onPin).toHaveBeenCalledWith(43);
});

test('a search without a match says what to try', () => {
  show('full');
  const search = screen.getByRole('searchbox', { name: 'Find a token' });
  fireEvent.focus(search);
  fireEvent.change(search, { target: { value: 'zzz' } });
  expect(screen.getByRole('status').textContent).toContain('No token matches “zzz”');
});

test('more rows on demand, and the scale is the page’s to change', () => {
  const { onScale } = show('full');
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(screen.getAllByRole('row')).toHaveLength(1 + 45 + 1);
  fireEvent.click(screen.getByRole('radio', { name: 'Log' }));
  expect(onScale).toHaveBeenCalledWith('log');
});

test('failure is a sentence and a way to try again', () => {
  const onRetry = vi.fn();
  show('failed', { state: { phase: 'failed', sentence: 'No model.', onRetry } });
  expect(screen.getByRole('alert').textContent).toContain('No model.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('no button or list can be taken for one of the room’s', () => {
  show('pinned');
  for (const name of [/step/i, /play/i, /undo/i, /new draw/i, /copy link/i]) {
    expect(screen.queryAllByRole('button', { name })).toEqual([]);
  }
  expect(screen.queryAllByRole('list')).toEqual([]);
});
