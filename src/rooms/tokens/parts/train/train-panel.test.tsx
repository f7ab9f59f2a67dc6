// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { trainExhibits } from './exhibits.ts';
import { TrainPanel } from './train-panel.tsx';

afterEach(cleanup);

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
  const { container } = show('many merges');
  expect(container.textContent).toMatch(/E6 9D/);
});

test('200 merges are shown first; 312 are left of 512, and come 200 at a time', () => {
  show('many merges');
  expect(rows()).toHaveLength(200);
  fireEvent.click(button('Show 200 more of 312'));
  expect(rows()).toHaveLength(400);
  fireEvent.click(button('Show 112 more of 112'));
  expect(rows()).toHaveLength(512);
  expect(screen.queryByRole('button', { name: /more of/ })).toBeNull();
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

test('while it runs: 512 of 1,024 merges, a Cancel, and what was learned before', () => {
  const { container, onCancel } = show('running');
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Learning merges' });
  expect(bar.value).toBe(0.5);
  expect(container.textContent).toContain('512 of 1,024 merges');
  expect(rows()).toHaveLength(3);
  fireEvent.click(button('Cancel'));
  expect(onCancel).toHaveBeenCalledOnce();
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
