// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { trainExhibits } from './exhibits.ts';
import { TrainPanel } from './train-panel.tsx';

const rowHeight = 32;

beforeEach(() => {
  // jsdom lays nothing out: rows are 32 px high, and the list ten of them.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(rowHeight);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(10 * rowHeight);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(1e6);
  HTMLElement.prototype.scrollTo = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(name: string) {
  const events = { onSize: vi.fn(), onPreSplit: vi.fn(), onTrain: vi.fn(), onCancel: vi.fn() };
  const view = render(<TrainPanel {...trainExhibits[name]!} {...events} />);
  return { ...events, ...view };
}

const rows = () =>
  within(screen.getByRole('table', { name: 'Learned merges' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
        .join(' '),
    );
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });

test.each(Object.keys(trainExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender, onSize, onPreSplit, onTrain, onCancel } = show(name);
  const english = container.textContent;
  expect(english).not.toBe('');
  expect(english).not.toContain('\uFFFD');
  rerender(
    <LanguageContext value="ja">
      <TrainPanel {...trainExhibits[name]!} {...{ onSize, onPreSplit, onTrain, onCancel }} />
    </LanguageContext>,
  );
  expect(container.textContent).not.toBe(english);
});

test('the merges stand in order with pair, result, id and count: aa is met 4 times in aaabdaaabac', () => {
  show('three merges');
  expect(rows()).toEqual(['a a aa 256 4', 'aa a aaa 257 2', 'aaa b aaab 258 2']);
  expect(screen.getByRole('status').textContent).toBe('Learned: 3 merges, 259 tokens.');
});

test('parts of a character are shown as bytes', () => {
  show('parts of characters');
  expect(rows()[0]).toBe('E6 9D E6 9D 256 3');
});

test('of 512 merges those on the screen are in the page, and more as it scrolls', () => {
  show('many merges');
  const list = screen.getByRole('region', { name: 'Learned merges' });
  const ranks = () =>
    within(list)
      .getAllByRole('rowheader')
      .map((head) => Number(head.textContent));
  expect(within(list).getByRole('table').getAttribute('aria-rowcount')).toBe('513');
  expect(ranks()[0]).toBe(1);
  expect(ranks().length).toBeLessThan(40);
  list.scrollTop = 400 * rowHeight;
  fireEvent.scroll(list);
  expect(ranks()).toContain(405);
  expect(ranks().length).toBeLessThan(40);
});

test('the slider goes from 256 to 8,192 and says tokens and merges; marks jump', () => {
  const { onSize } = show('idle');
  const slider = screen.getByRole<HTMLInputElement>('slider', { name: 'Vocabulary size' });
  expect([slider.min, slider.max, slider.value]).toEqual(['256', '8192', '1280']);
  expect(slider.getAttribute('aria-valuetext')).toBe('1,280 tokens, 1,024 merges');
  fireEvent.click(button('4,096'));
  expect(onSize).toHaveBeenCalledWith(4096);
});

test('Train asks for training; without a text it cannot be pressed', () => {
  const { onTrain } = show('idle');
  fireEvent.click(button('Train'));
  expect(onTrain).toHaveBeenCalledOnce();
  cleanup();
  const { container } = show('no text');
  expect(button('Train').disabled).toBe(true);
  expect(container.textContent).toContain('There is no text above to learn from.');
});

test('before anything is learned there is nothing to report', () => {
  show('idle');
  expect(screen.getByRole('status').textContent).toBe('');
});

test('while it runs: 512 of 1,024 merges, a Cancel, and what was learned before', () => {
  const { container, onCancel } = show('running');
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Learning merges' });
  expect(bar.value).toBe(0.5);
  expect(container.textContent).toContain('512 of 1,024 merges');
  expect(rows()).toHaveLength(3);
  fireEvent.click(button('Cancel'));
  expect(onCancel).toHaveBeenCalledOnce();
});

test('what was cancelled says so, and what was learned before stays', () => {
  show('cancelled');
  expect(screen.getByRole('status').textContent).toBe('Cancelled. What was learned before is kept.');
  expect(rows()).toHaveLength(3);
  cleanup();
  show('cancelled at first');
  expect(screen.getByRole('status').textContent).toBe('Cancelled. Nothing was learned.');
});

test('fewer merges than wanted, and none at 256, are said', () => {
  const { container } = show('fewer than wanted');
  expect(container.textContent).toContain('Fewer than the 1,024 that were wanted');
  cleanup();
  expect(show('only bytes').container.textContent).toContain('there are only the bytes');
});

test('what failed is an alert, and what was learned before stays', () => {
  show('failed');
  expect(screen.getByRole('alert').textContent).toContain('A background worker stopped');
  expect(rows()).toHaveLength(3);
});
