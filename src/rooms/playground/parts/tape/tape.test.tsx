// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { tapeExhibits } from './exhibits.ts';
import { Tape } from './tape.tsx';

afterEach(cleanup);

function show(name: string) {
  const given = { onU: vi.fn(), onActive: vi.fn() };
  const { container } = render(<Tape {...tapeExhibits[name]!} {...given} />);
  return {
    ...given,
    container,
    slider: screen.getByRole<HTMLInputElement>('slider', { name: 'Draw position' }),
  };
}

test.each(Object.keys(tapeExhibits))('state “%s” is drawn in both languages', (name) => {
  show(name);
  cleanup();
  render(
    <LanguageContext value="ja">
      <Tape {...tapeExhibits[name]!} onU={vi.fn()} onActive={vi.fn()} />
    </LanguageContext>,
  );
  expect(screen.getByRole('slider', { name: '抽選の位置' })).toBeTruthy();
});

test('the slider says u and the token under the needle', () => {
  const { slider } = show('full');
  expect(slider.getAttribute('aria-valuetext')).toBe('u 0.372: ·old, 38.5 %');
  expect([slider.min, slider.max, slider.step]).toEqual(['0', '0.999999', '0.000001']);
});

test('dragging and keys move u', () => {
  const { slider, onU } = show('full');
  fireEvent.change(slider, { target: { value: '0.5' } });
  expect(onU).toHaveBeenLastCalledWith(0.5);
  fireEvent.keyDown(slider, { key: 'ArrowRight' });
  expect(onU).toHaveBeenLastCalledWith(0.373);
});

test('the mass that is too thin to draw is one band with its number and share', () => {
  const { container } = show('a sliver of rest');
  expect(container.textContent).not.toContain('more share');
  // 0.4^n of 1200 pixels is at least one for n ≤ 7: eight tokens are drawn and 37 are not.
  cleanup();
  const { container: tail } = show('a long tail');
  expect(tail.querySelector('[title]')!.getAttribute('title')).toMatch(/^37 more share 0\.0\d+ %$/);
});

test('without a distribution the needle cannot be moved, and a sentence says why', () => {
  const { slider, container } = show('empty');
  expect(slider.disabled).toBe(true);
  expect(container.textContent).toContain('The tape appears with the first distribution.');
});
