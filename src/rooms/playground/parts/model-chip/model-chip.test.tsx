// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { modelChipExhibits } from './exhibits.ts';
import { megabytes, shortCount } from './megabytes.ts';
import { ModelChip } from './model-chip.tsx';
import { ModelFacts } from './model-facts.tsx';

afterEach(cleanup);

const show = (name: string, onCancel = vi.fn()) =>
  render(<ModelChip {...modelChipExhibits[name]!} onCancel={onCancel} />);

test.each(Object.keys(modelChipExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender } = show(name);
  const english = container.textContent;
  expect(english).not.toBe('');
  rerender(
    <LanguageContext value="ja">
      <ModelChip {...modelChipExhibits[name]!} onCancel={() => undefined} />
    </LanguageContext>,
  );
  expect(container.textContent).not.toBe(english);
});

test('while tiny loads: who answers, how far it is, and a way to stop', () => {
  const onCancel = vi.fn();
  const { container } = show('the stand-in answers', onCancel);
  // 4.3 of 10.2 million bytes are 42 %.
  expect(container.textContent).toContain('trigram answers while tiny loads42 % (4.3 of 10.2 MB)');
  expect(screen.getByRole('progressbar', { name: 'trigram answers while tiny loads' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledOnce();
});

test('a screen reader is told who answers, without the figures that change all the time', () => {
  const { rerender } = show('the stand-in answers');
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('trigram answers while tiny loads');
  rerender(<ModelChip {...modelChipExhibits['tiny answers']!} onCancel={() => undefined} />);
  expect(screen.getByRole('status').textContent).toBe('tiny answers now');
});

test('the chip names size, parameters and window of the one that answers', () => {
  show('tiny answers');
  expect(screen.getByRole('button', { name: 'About the tiny language model' }).textContent).toBe(
    '10.2 MB · 9.9 M weights · window 256 · in this page',
  );
});

test('what could not be loaded is not passed over', () => {
  const { container } = show('tiny could not be had');
  expect(container.textContent).toContain('trigram answers: tiny could not be loaded');
  expect(screen.getByRole('button', { name: 'About the trigram language model' })).toBeTruthy();
});

test('the facts name the card', () => {
  const { container } = render(<ModelFacts maker={modelChipExhibits['tiny answers']!.answering!} />);
  expect(container.textContent).toContain('9,900,000');
  expect(container.textContent).toContain('docs/model-cards/tiny.md');
});

test('sizes: 2,386,185 bytes are 2.4 MB, 9,900,000 are 9.9 M, 25,419 are 25 k', () => {
  expect([megabytes(2_386_185), shortCount(9_900_000), shortCount(25_419), shortCount(412)]).toEqual([
    '2.4',
    '9.9 M',
    '25 k',
    '412',
  ]);
});
