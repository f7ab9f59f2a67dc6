// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { specialExhibits } from './exhibits.ts';
import { SpecialTokens } from './special-tokens.tsx';

afterEach(cleanup);

const show = (name: string, onShow = vi.fn()) => {
  const shown = render(<SpecialTokens {...specialExhibits[name]!} onShow={onShow} />);
  return { ...shown, onShow };
};

test.each(Object.keys(specialExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender } = show(name);
  expect(container.textContent).not.toMatch(/[ぁ-ん]/);
  rerender(
    <LanguageContext value="ja">
      <SpecialTokens {...specialExhibits[name]!} onShow={vi.fn()} />
    </LanguageContext>,
  );
  expect(container.textContent).toMatch(/特殊トークン/);
});

test('2 + 1 + 1,204 parsed ones are 1,207, and each says how often it stands there', () => {
  const { container } = show('parsed, several');
  expect(container.textContent).toContain('1,207 special tokens:');
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
    '<|endoftext|> ×2',
    '<|fim_prefix|> ×1',
    '<|endofprompt|> ×1,204',
  ]);
});

test('as text they only look like special tokens', () => {
  const { container } = show('as text, one');
  expect(container.textContent).toContain(
    'One place looks like a special token. It is read as ordinary text:',
  );
});

test('a press asks for the next place of that one', () => {
  const { onShow } = show('parsed, several');
  fireEvent.click(screen.getByRole('button', { name: /^<\|fim_prefix\|>/ }));
  expect(onShow.mock.calls).toEqual([['<|fim_prefix|>']]);
});

test('a text without any has nothing to say', () => {
  const { container } = render(<SpecialTokens mode="parse" found={[]} onShow={vi.fn()} />);
  expect(container.textContent).toBe('');
});
