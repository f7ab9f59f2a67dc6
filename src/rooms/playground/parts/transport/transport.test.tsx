// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { transportExhibits } from './exhibits.ts';
import { Transport } from './transport.tsx';

afterEach(cleanup);

const handlers = () => ({
  onPastEnd: vi.fn(),
  onStep: vi.fn(),
  onPlay: vi.fn(),
  onPause: vi.fn(),
  onDraw: vi.fn(),
  onUndo: vi.fn(),
  onSpeed: vi.fn(),
});

function show(name: string) {
  const given = handlers();
  render(<Transport {...transportExhibits[name]!} {...given} />);
  return given;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test.each(Object.keys(transportExhibits))('state “%s” is drawn in both languages', (name) => {
  show(name);
  expect(
    screen.getAllByRole('button').map((button) => button.textContent?.replace(/Space|[PRU]$/, '')),
  ).toEqual(['Step', name === 'playing' ? 'Pause' : 'Play', 'New draw', 'Undo']);
  cleanup();
  render(
    <LanguageContext value="ja">
      <Transport {...transportExhibits[name]!} {...handlers()} />
    </LanguageContext>,
  );
  expect(screen.getByRole('button', { name: '引き直す' })).toBeTruthy();
});

test('each button does its own thing, and names its key', () => {
  const given = show('full');
  for (const name of ['Step', 'Play', 'New draw', 'Undo']) press(name);
  for (const each of [given.onStep, given.onPlay, given.onDraw, given.onUndo])
    expect(each).toHaveBeenCalledOnce();
  expect(screen.getByRole('button', { name: 'Step' }).getAttribute('aria-keyshortcuts')).toBe('Space');
});

test('while it plays the same button pauses', () => {
  const given = show('playing');
  press('Pause');
  expect(given.onPause).toHaveBeenCalledOnce();
  expect(given.onPlay).not.toHaveBeenCalled();
});

test('what cannot be pressed says why, and does nothing', () => {
  const given = show('loading');
  for (const name of ['Step', 'Play', 'New draw', 'Undo']) {
    const button = screen.getByRole('button', { name });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.title).toMatch(/^There is nothing/);
    press(name);
  }
  for (const each of Object.values(given)) expect(each).not.toHaveBeenCalled();
});

test('the end of a text stops it, unless told otherwise', () => {
  const given = show('ended');
  expect(screen.getByRole('status').textContent).toContain('Stopped at <|endoftext|>');
  press('Step');
  expect(given.onStep).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Go on past it' }));
  expect(given.onPastEnd).toHaveBeenCalledWith(true);
  cleanup();
  const past = show('past the end');
  press('Step');
  expect(past.onStep).toHaveBeenCalledOnce();
});

test('the speed goes from half a token to twenty a second', () => {
  const given = show('full');
  const speed = screen.getByRole<HTMLInputElement>('slider', { name: 'Speed' });
  expect([speed.min, speed.max, speed.getAttribute('aria-valuetext')]).toEqual([
    '0.5',
    '20',
    '4 tokens a second',
  ]);
  fireEvent.change(speed, { target: { value: '12.5' } });
  expect(given.onSpeed).toHaveBeenCalledWith(12.5);
});
