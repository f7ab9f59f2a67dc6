// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { mergesExhibits } from './exhibits.ts';
import { MergePlayer } from './merge-player.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = (name: string) => render(<MergePlayer {...mergesExhibits[name]!} />);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const slider = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Merge step' });
const group = () => screen.getByRole('group', { name: /^Merges of/ });
const parts = () =>
  within(screen.getByRole('list', { name: 'Parts now' }))
    .getAllByRole('listitem')
    .map((item) => item.firstElementChild?.textContent);
const wait = (milliseconds: number) =>
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });

test.each(Object.keys(mergesExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender } = show(name);
  expect(container.textContent).not.toBe('');
  expect(container.textContent).not.toContain('\ufffd');
  const said = container.textContent;
  rerender(
    <LanguageContext value="ja">
      <MergePlayer {...mergesExhibits[name]!} />
    </LanguageContext>,
  );
  if (name !== 'failed') expect(container.textContent).not.toBe(said);
  expect(container.textContent).toMatch(/[ぁ-ん]/);
});

test('a piece is shown merged first: hello is one token, the encoder’s', () => {
  const { container } = show('full');
  expect(slider().getAttribute('aria-valuetext')).toBe('4 of 4');
  expect(parts()).toEqual(['hello']);
  expect(container.textContent).toContain('Step 4: “hell” + “o” → “hello”, rank 31,373');
  expect(container.textContent).toContain('1 token, the same as the encoder’s');
  expect(container.textContent).toContain('an entry of the vocabulary, id 31,373');
});

test('Back, Step and the slider go through the merges, and stop at the ends', () => {
  const { container } = show('full');
  press('Back');
  press('Back');
  expect(container.textContent).toContain('Step 2: “l” + “l” → “ll”, rank 297');
  expect(parts()).toEqual(['he', 'll', 'o']);
  fireEvent.change(slider(), { target: { value: '0' } });
  expect(container.textContent).toContain('Start: 5 bytes.');
  expect(parts()).toEqual(['h', 'e', 'l', 'l', 'o']);
  press('Back');
  expect(slider().value).toBe('0');
  expect(screen.getByRole('button', { name: 'Back' }).getAttribute('aria-disabled')).toBe('true');
  press('Step');
  expect(parts()).toEqual(['he', 'l', 'l', 'o']);
});

test('Play begins anew at the end, makes a step every 0.8 s and stops by itself', () => {
  show('full');
  press('Play');
  expect(slider().value).toBe('0');
  wait(800);
  wait(800);
  expect(slider().value).toBe('2');
  press('Pause');
  wait(5000);
  expect(slider().value).toBe('2');
  press('Play');
  wait(800);
  wait(800);
  expect(slider().value).toBe('4');
  expect(screen.getByRole('button', { name: 'Play' })).toBeTruthy();
});

test('← → Space Home End work while the part has the focus, and not with a modifier', () => {
  show('full');
  const key = (name: string, more = {}) => fireEvent.keyDown(group(), { key: name, ...more });
  key('ArrowLeft');
  expect(slider().value).toBe('3');
  key('Home');
  expect(slider().value).toBe('0');
  key('ArrowRight');
  key('ArrowRight', { altKey: true });
  expect(slider().value).toBe('1');
  key(' ');
  wait(800);
  expect(slider().value).toBe('2');
  key(' ');
  key('End');
  expect(slider().value).toBe('4');
  // The slider has arrow keys of its own.
  fireEvent.keyDown(slider(), { key: 'ArrowLeft' });
  expect(slider().value).toBe('4');
});

test('another piece is chosen from the row, and begins merged', () => {
  const { container } = show('full');
  press('Back');
  const row = screen.getByRole('group', { name: 'Pieces' });
  expect(within(row).getAllByRole('radio')).toHaveLength(5);
  fireEvent.click(within(row).getByRole('radio', { name: '·tokenization, 2 tokens' }));
  expect(parts()).toEqual(['·token', 'ization']);
  expect(slider().getAttribute('aria-valuetext')).toBe('11 of 11');
  fireEvent.click(within(row).getByRole('radio', { name: '<|endoftext|>, special token' }));
  expect(container.textContent).toContain('<|endoftext|> is a special token, id 50,256.');
});

test('parts of characters are bytes', () => {
  show('parts of characters');
  // 東 is E6 9D B1: its first byte merged with the space, the others stayed alone.
  expect(parts()).toEqual(['20 E6', '9D', 'B1', 'E4 BA', 'AC']);
  // Under its three bytes the tree names each character.
  const named = screen.getByRole('img').querySelectorAll('g:not([data-state])');
  expect([...named].map((character) => character.textContent)).toEqual(['東', '京']);
});

test('the tree shows each join with its rank, and hints at those to come', () => {
  const { container } = show('full');
  const tree = screen.getByRole('img', { name: /^Tree of “hello”/ });
  expect(tree.textContent).toContain('rank 12,758');
  const states = () =>
    [...container.querySelectorAll('svg g')].map((join) => join.getAttribute('data-state'));
  // Five bytes and four joins, the last just made.
  expect(states().filter((state) => state === 'made')).toHaveLength(8);
  fireEvent.change(slider(), { target: { value: '1' } });
  expect(states().filter((state) => state === 'coming')).toHaveLength(3);
  expect(states().filter((state) => state === 'now')).toHaveLength(1);
});

test('the merges can be read as a table, the current one marked', () => {
  const { container } = show('full');
  const details = container.querySelector('details')!;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  const rows = within(screen.getByRole('table', { name: 'Merges in order' })).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual([
    'StepLeftRightResultRank',
    '1hehe258',
    '2llll297',
    '3hellhell12,758',
    '4hellohello31,373',
  ]);
  expect(rows[4]!.getAttribute('aria-current')).toBe('step');
});

test('a piece without merges has no controls and says why', () => {
  const { container } = show('one byte');
  expect(screen.queryByRole('slider')).toBeNull();
  expect(container.textContent).toContain('One byte: there is nothing to merge.');
  cleanup();
  expect(show('too long').container.textContent).toContain('This piece has 100,000 bytes.');
});

test('when the text gets shorter the last piece takes the place of one that is gone', () => {
  const { rerender } = show('full');
  fireEvent.click(screen.getByRole('radio', { name: /endoftext/ }));
  rerender(<MergePlayer {...mergesExhibits['two tokens']!} />);
  expect(group().getAttribute('aria-label')).toBe('Merges of “hello”');
});
