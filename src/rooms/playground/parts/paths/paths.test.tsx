// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { pathsExhibits } from './exhibits.ts';
import { Paths, type PathsProps } from './paths.tsx';

afterEach(cleanup);

const events = () => ({
  onN: vi.fn(),
  onLength: vi.fn(),
  onRun: vi.fn(),
  onCancel: vi.fn(),
  onTake: vi.fn(),
});

function show(name: string, more: Partial<PathsProps> = {}) {
  const given = events();
  const shown = render(<Paths {...pathsExhibits[name]!} {...given} {...more} />);
  return { ...given, ...shown };
}

const tree = () => screen.getByRole('list', { name: 'Paths, the most frequent first' });
const lines = (list: HTMLElement) => [...list.children].map((item) => item.firstElementChild!.textContent);

test.each(Object.keys(pathsExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender } = show(name);
  const english = container.textContent;
  rerender(
    <LanguageContext value="ja">
      <Paths {...pathsExhibits[name]!} {...events()} />
    </LanguageContext>,
  );
  expect(english).not.toBe('');
  expect(container.textContent).not.toBe(english);
  expect(container.textContent).not.toContain('\uFFFD');
});

test('equal beginnings are one line with their count and share: 10 ÷ 20 = 50 %', () => {
  show('full');
  expect(lines(tree())).toEqual([
    '10×50.0 %·king31.0 %',
    '7×35.0 %·old18.0 %',
    '1×5.00 %E3 810.100 %82–not told日本–not toldlength reachedTake',
    '1×5.00 %·certain–not told·day30.0 %ended: tool_callsTake',
    '1×5.00 %the model endedTake',
  ]);
  expect(screen.getByRole('status').textContent).toBe('20 paths, 9 different ones.');
});

test('what follows is nested; a share is of those that came this far: 9 ÷ 10', () => {
  show('full');
  const inner = within(tree()).getAllByRole('list')[0]!;
  // (6 × 0.6 + 3 × 0.58) ÷ 9 = 0.5933.
  expect(lines(inner)).toEqual(['9×90.0 %·who59.3 %', '1×10.0 %,10.0 %the model endedTake']);
});

test('of thirty ways the first twelve are there, others on demand; so with the tokens of a stretch', () => {
  show('very full');
  const first = tree();
  expect(first.children).toHaveLength(13); // twelve and a button
  const button = (name: string) => within(first).queryAllByText(name);
  fireEvent.click(button('Show 12 more')[0]!);
  expect(first.children).toHaveLength(25);
  fireEvent.click(button('Show 6 more')[0]!);
  expect(first.children).toHaveLength(30);
  // After three tokens the others end and one goes on for 57, of which 24 are drawn.
  const stretches = button('33 more tokens').length;
  expect(stretches).toBeGreaterThan(0);
  fireEvent.click(button('33 more tokens')[0]!);
  expect(button('33 more tokens')).toHaveLength(stretches - 1);
});

test('the cost is said before a run; more than five calls stand on the button', () => {
  const { onRun } = show('empty');
  // 20 × (12 + 3).
  expect(screen.getByText('At most 20 calls and 300 tokens, read and written together.')).toBeTruthy();
  const run = screen.getByRole('button', { name: 'Run 20 calls' });
  expect(document.getElementById(run.getAttribute('aria-describedby')!)!.textContent).toContain('300 tokens');
  fireEvent.click(run);
  expect(onRun).toHaveBeenCalledOnce();
  cleanup();
  show('cannot continue');
  expect(screen.getByRole('button', { name: 'Run' })).toBeTruthy();
  expect(screen.getByText('At most 5 calls and 75 tokens, read and written together.')).toBeTruthy();
  expect(screen.getByText(/cannot continue your text token by token/)).toBeTruthy();
});

test('number and length are refused with a sentence outside 1 to 100', () => {
  const { onN, onLength } = show('empty');
  fireEvent.change(screen.getByRole('spinbutton', { name: 'Paths' }), { target: { value: '101' } });
  expect(screen.getByRole('alert').textContent).toBe(
    'A whole number from 1 to 100, please. 20 stays in force.',
  );
  expect(onN).not.toHaveBeenCalled();
  fireEvent.change(screen.getByRole('spinbutton', { name: 'Tokens each' }), { target: { value: '30' } });
  expect(onLength).toHaveBeenCalledWith(30);
});

test('a run shows how far it is, what has come, and can be cancelled', () => {
  const { onCancel, onRun } = show('running');
  expect(screen.getByText('7 of 20')).toBeTruthy();
  expect(within(tree()).getAllByRole('listitem').length).toBeGreaterThan(1);
  expect(screen.queryByRole('button', { name: /^Take/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Run 20 calls' }));
  expect(onRun).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledOnce();
});

test('a failure keeps what came', () => {
  show('failed');
  expect(screen.getByRole('alert').textContent).toBe(
    'Too much was asked for: try again in 20 s. Your text is kept. The 4 paths that had come are kept.',
  );
  expect(screen.getByRole('status').textContent).toBe('4 paths, all alike.');
  expect(lines(tree())).toEqual(['4×100 %·king31.0 %·who60.0 %·had55.0 %length reachedTake']);
});

test('a path is taken by a button that says it; without a taker there is none', () => {
  const { onTake } = show('failed');
  fireEvent.click(screen.getByRole('button', { name: 'Take this path: ·king·who·had' }));
  const { state } = pathsExhibits['failed']!;
  expect(onTake).toHaveBeenCalledWith(state.phase === 'failed' ? state.paths[0] : undefined);
  cleanup();
  show('failed', { onTake: undefined });
  expect(screen.queryByRole('button', { name: /^Take/ })).toBeNull();
});
