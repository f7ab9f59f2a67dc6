// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { spell } from '../../core/tokens/spell.ts';
import { exhibitVocabulary } from '../../rooms/playground/selectors/exhibit-world.ts';
import { LanguageContext } from '../language.tsx';
import { TokenList, type TokenListProps } from './token-list.tsx';
import type { TokenSource } from './token-source.ts';

afterEach(cleanup);

/** Ids 0 to 3, and 4 for `<|endoftext|>`; あ is E3 81 82. */
const vocabulary = exhibitVocabulary([' king', '0xe381', '0x82', '\n']);

/** ` king`, あ in two tokens, the special one, a line break. */
const ids = [0, 1, 2, 4, 3];

function sourceOf(all: readonly number[]): TokenSource {
  const bytes = Uint8Array.from([...vocabulary.bytes, ...new TextEncoder().encode('<|endoftext|>')]);
  const offsets = vocabulary.offsets.with(5, bytes.length);
  const whole = { ...vocabulary, bytes, offsets };
  return { vocabulary: whole, slice: () => Promise.resolve(spell(whole, all).slice) };
}

const source = sourceOf(ids);

async function shown(change: Partial<TokenListProps> = {}) {
  const props: TokenListProps = {
    label: 'Tokens',
    source,
    count: ids.length,
    length: 20,
    caret: 0,
    note: '5 tokens',
    empty: 'Nothing yet.',
    ...change,
  };
  const result = render(<TokenList {...props} />);
  await screen.findAllByRole('listitem');
  return { ...result, props };
}

const items = () => screen.getAllByRole('listitem');
const details = () => screen.queryByRole('dialog', { hidden: true });
const opened = () => within(details()!);

/** Details come a moment after they are first asked for. */
async function press(item: HTMLElement) {
  fireEvent.pointerDown(item);
  fireEvent.click(item);
  await screen.findByRole('dialog', { hidden: true });
}

test('Enter on a token opens its details, Escape closes them and gives the focus back', async () => {
  await shown();
  items()[0]!.focus();
  fireEvent.keyDown(items()[0]!, { key: 'Enter' });
  await screen.findByRole('dialog', { hidden: true });
  expect(details()!.getAttribute('aria-label')).toBe('Token 1 of 5');
  expect(details()!.textContent).toContain('20 6B 69 6E 67 · 5 bytes');
  expect(document.activeElement).toBe(details());
  fireEvent.keyDown(details()!, { key: 'Escape' });
  expect(details()).toBeNull();
  expect(document.activeElement).toBe(items()[0]);
});

test('with details open the arrows go from token to token, to the ends and no further', async () => {
  const onActive = vi.fn();
  await shown({ onActive });
  await press(items()[3]!);
  fireEvent.keyDown(details()!, { key: 'ArrowRight' });
  expect(details()!.getAttribute('aria-label')).toBe('Token 5 of 5');
  expect(onActive).toHaveBeenLastCalledWith(3);
  fireEvent.keyDown(details()!, { key: 'ArrowRight' });
  expect(details()!.getAttribute('aria-label')).toBe('Token 5 of 5');
  expect(opened().getByRole('button', { name: 'Token after', hidden: true }).ariaDisabled).toBe('true');
  for (let press = 0; press < 6; press++)
    fireEvent.click(opened().getByRole('button', { name: 'Token before', hidden: true }));
  expect(details()!.getAttribute('aria-label')).toBe('Token 1 of 5');
  // The focus goes to the token that is shown, not to the one that was pressed.
  fireEvent.click(opened().getByRole('button', { name: 'Close details', hidden: true }));
  expect(document.activeElement).toBe(items()[0]);
});

test('a part of a character names it and the tokens that make it', async () => {
  await shown();
  await press(items()[2]!);
  expect(details()!.textContent).toContain('あ, whose bytes lie in these tokens:E3 81 182 2');
  expect(details()!.querySelector('[aria-current]')!.textContent).toBe('82 2');
});

test('a special token has a badge and says so; the others have neither', async () => {
  const { container } = await shown();
  expect(items()[3]!.getAttribute('aria-label')).toMatch(
    /^token 4: <\|endoftext\|>, id 4, .*, special token$/,
  );
  expect(Array.from(container.querySelectorAll('[data-badge]'), (badge) => badge.textContent)).toEqual(['4']);
  await press(items()[3]!);
  expect(details()!.textContent).toContain('Kindspecial token');
});

test('an item is three elements, whatever can be opened from it', async () => {
  const { container } = await shown();
  expect(container.querySelectorAll('li, li *')).toHaveLength(3 * ids.length);
});

test('a press on the token whose details are open closes them, as a press elsewhere does', async () => {
  await shown();
  await press(items()[1]!);
  fireEvent.pointerDown(items()[1]!);
  // What the browser does with a press outside of a popover.
  fireEvent(details()!, Object.assign(new Event('toggle'), { newState: 'closed' }));
  fireEvent.click(items()[1]!);
  expect(details()).toBeNull();
  await press(items()[1]!);
});

test('details of a token that is gone close by themselves, and stay closed when there is one again', async () => {
  const { rerender, props } = await shown();
  await press(items()[4]!);
  rerender(<TokenList {...props} source={sourceOf([0])} count={1} length={5} />);
  await vi.waitFor(() => expect(items()).toHaveLength(1));
  expect(details()).toBeNull();
  rerender(<TokenList {...props} />);
  await vi.waitFor(() => expect(items()).toHaveLength(5));
  expect(details()).toBeNull();
});

test('what can be done with a token is offered in its details, in both languages', async () => {
  const { rerender, props } = await shown({ actions: (face) => <button>{`use ${face.id}`}</button> });
  await press(items()[0]!);
  expect(opened().getByText('use 0')).toBeTruthy();
  expect(details()!.textContent).not.toMatch(/[ぁ-ん]/);
  rerender(
    <LanguageContext value="ja">
      <TokenList {...props} />
    </LanguageContext>,
  );
  await press((await screen.findAllByRole('listitem'))[1]!);
  expect(details()!.getAttribute('aria-label')).toBe('トークン 2 / 5');
  expect(details()!.textContent).toContain('バイトは次のトークンに分かれています');
});
