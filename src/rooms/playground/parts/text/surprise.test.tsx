// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { selectSurprise } from '../../selectors/select-surprise.ts';
import { modelChipExhibits } from '../model-chip/exhibits.ts';
import { surpriseColour, surpriseStep } from '../../../../ui/tokens/surprise-colour.ts';
import {
  bitsAt,
  cutWeighed,
  surpriseWords,
  type SurpriseGround,
} from '../../../../ui/tokens/surprise-ground.ts';
import { SurpriseLine, type SurpriseLineProps } from './surprise-line.tsx';

afterEach(cleanup);

const words = surpriseWords((bits) => `${bits} bits`);
const ground: SurpriseGround = {
  words,
  weighed: { first: 10, ids: Uint32Array.of(5, 6, 7), bits: Float64Array.of(1, 2, 3), until: 30 },
};

test('half a bit is a shade; from 12 on all are the deepest', () => {
  expect([0, 0.2, 0.3, 6, 12, 40, Infinity].map(surpriseStep)).toEqual([0, 0, 1, 12, 24, 24, 24]);
  expect(surpriseColour(6)).toBe('color-mix(in oklab, var(--surprise) 50.0%, var(--card))');
});

test('3 bits are a probability of 1/8', () => {
  expect(words(3)).toBe('3.00 bits, 12.5 %');
});

test('bits are known by place and id, and only as far as the text is the weighed one', () => {
  expect(bitsAt(ground, 11, 6, 20)).toBe(2);
  expect(bitsAt(ground, 11, 7, 20)).toBeUndefined();
  expect(bitsAt(ground, 9, 5, 20)).toBeUndefined();
  expect(bitsAt(ground, 12, 7, 31)).toBeUndefined();
  const cut = cutWeighed(ground, [{ from: 15, to: 16, insert: 'x' }])!;
  expect(bitsAt(cut, 11, 6, 20)).toBeUndefined();
  expect(bitsAt(cut, 10, 5, 15)).toBe(1);
});

const summary = selectSurprise({
  maker: modelChipExhibits['tiny answers']!.answering!,
  text: 'abc',
  first: 0,
  ids: Uint32Array.of(1, 2, 3, 4),
  bits: Float64Array.of(1, 2, 3, 6),
  tokens: 4,
});

test('1 + 2 + 3 + 6 bits are 12 in all, 3 per token, a perplexity of 8', () => {
  expect(summary).toEqual({ weighed: 4, tokens: 4, total: 12, mean: 3, perplexity: 8 });
});

const line: SurpriseLineProps = {
  summary,
  maker: 'tiny',
  phase: 'done',
  weighing: undefined,
  sentence: undefined,
  onCancel: () => undefined,
  onRetry: () => undefined,
};

test('the line has a legend and three figures, in both languages', () => {
  const { container, rerender } = render(<SurpriseLine {...line} />);
  const legend = within(screen.getByRole('list', { name: 'Surprise in bits' })).getAllByRole('listitem');
  expect(legend.map((item) => item.textContent)).toEqual(['0', '2', '4', '8', '12+']);
  expect(container.querySelector('dl')!.textContent).toBe('Bits per token3.00Perplexity8.0Bits in all12.0');
  rerender(
    <LanguageContext value="ja">
      <SurpriseLine {...line} />
    </LanguageContext>,
  );
  expect(container.textContent).toContain('パープレキシティ');
});

test('a long weighing tells how far it is, and can be stopped', () => {
  const onCancel = vi.fn();
  render(
    <SurpriseLine
      {...line}
      phase="running"
      summary={undefined}
      weighing={{ done: 1024, total: 4096 }}
      onCancel={onCancel}
    />,
  );
  expect(screen.getByText('1,024 of 4,096 tokens')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledOnce();
});

test('a part of the text is called a part; a failure has a sentence and another try; no token has no figures', () => {
  const { rerender } = render(<SurpriseLine {...line} summary={{ ...summary!, tokens: 5000 }} />);
  expect(screen.getByText('Only the last 4 of 5,000 tokens are weighed.')).toBeTruthy();
  const onRetry = vi.fn();
  rerender(<SurpriseLine {...line} phase="failed" sentence="It stopped." onRetry={onRetry} />);
  expect(screen.getByRole('alert').textContent).toContain('It stopped.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
  rerender(<SurpriseLine {...line} summary={undefined} />);
  expect(screen.getByText('There is no token to weigh yet.')).toBeTruthy();
});
