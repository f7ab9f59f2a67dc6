// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import type { BiasEntry } from '../../bias-entries.ts';
import { biasAt, positionOf } from './bias-curve.ts';
import { BiasList, type BiasListProps } from './bias-list.tsx';
import { exhibits } from './exhibits.ts';
import { odds } from './odds.ts';
import { typedId } from './typed-id.ts';

afterEach(cleanup);

type State = Omit<BiasListProps, 'onChange'>;

function List({ state, told }: { readonly state: State; readonly told: BiasListProps['onChange'] }) {
  const [entries, setEntries] = useState(state.entries);
  const onChange = (next: readonly BiasEntry[]): void => {
    told(next);
    setEntries(next);
  };
  return <BiasList {...state} entries={entries} onChange={onChange} />;
}

function open(state: State = exhibits.empty) {
  const told = vi.fn<BiasListProps['onChange']>();
  render(<List state={state} told={told} />);
  return { told, last: () => told.mock.lastCall![0] };
}

const field = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Bias a word' });
const type = (value: string) =>
  act(async () => {
    fireEvent.change(field(), { target: { value } });
    await Promise.resolve();
  });
const press = (name: string): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};

test.each(Object.entries(exhibits))(
  'exhibit %s: one textbox, and no name that another part has',
  (_, state) => {
    open(state);
    expect(screen.getAllByRole('textbox')).toEqual([field()]);
    for (const name of [/temperature/i, /top-p/i, /top-k/i, /min-p/i, /draw position/i])
      expect(screen.queryByRole('slider', { name })).toBeNull();
    for (const name of [/step/i, /play/i, /pause/i, /undo/i, /new draw/i, /copy link/i])
      expect(screen.queryByRole('button', { name })).toBeNull();
    for (const name of [/tokens/i, /history/i]) expect(screen.queryByRole('list', { name })).toBeNull();
  },
);

test('empty: one sentence, in both languages', () => {
  open();
  expect(screen.getByText(/^No bias yet/)).toBeTruthy();
  cleanup();
  render(
    <LanguageContext value="ja">
      <BiasList {...exhibits.empty} onChange={() => {}} />
    </LanguageContext>,
  );
  expect(screen.getByText(/^バイアスはまだありません/)).toBeTruthy();
});

test('a word shows its four forms as chips with ids; choosing one adds it with +2 and leaves the others', async () => {
  const { last } = open();
  await type('king');
  const chips = within(screen.getByRole('list', { name: 'Forms of king' })).getAllByRole('button');
  expect(chips.map((chip) => chip.textContent)).toEqual(['king3364', '·king5822', 'King15708', '·King2677']);
  press('Add ·king, id 5822');
  expect(last()).toEqual([
    { encoding: 'r50k_base', id: 5822, label: '·king', bias: 2, banned: false, muted: false },
  ]);
  expect(screen.getByText('×7.39')).toBeTruthy();
  press('Add ·King, id 2677');
  expect(last().map(({ id }) => id)).toEqual([5822, 2677]);
});

test('Enter takes the form that was typed, with its space, or else the first; then the field is free again', async () => {
  const { last } = open();
  await type(' king');
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(last().map(({ id }) => id)).toEqual([5822]);
  expect(field().value).toBe('');
  await type('king');
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(last().map(({ id }) => id)).toEqual([5822, 3364]);
});

test('a form of several tokens comes last, is no button and says why', async () => {
  open();
  await type('fish');
  const items = within(screen.getByRole('list', { name: 'Forms of fish' })).getAllByRole('listitem');
  expect(items.map((item) => item.textContent)).toEqual(['·fish5916', 'kingman2 tokens: only a sequence']);
  expect(within(items[1]!).queryByRole('button')).toBeNull();
  expect(screen.getByText(/^A bias acts on one token/)).toBeTruthy();
});

test('#5822 is an id; one past the vocabulary is refused with the last one', async () => {
  const { last } = open();
  await type('#5822');
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(last()[0]).toMatchObject({ id: 5822, label: '·king' });
  await type('#60000');
  expect(screen.getByText('#60000 is not an id here: ids go from 0 to 50,256.')).toBeTruthy();
  await type('#1');
  expect(screen.getByText('No token has the id 1.')).toBeTruthy();
  expect([typedId(' 12 '), typedId('#7'), typedId('1.5'), typedId('-1')]).toEqual([
    12,
    7,
    undefined,
    undefined,
  ]);
});

test('ban, force, mute and remove act on their own token', () => {
  const { last } = open(exhibits.some);
  press('Ban ·king');
  expect(last()[0]).toMatchObject({ id: 5822, banned: true, bias: 2 });
  expect(screen.queryByRole('spinbutton', { name: /·king/ })).toBeNull();
  press('Ban ·king');
  expect(last()[0]).toMatchObject({ banned: false, bias: 2 });
  press('Force ·old: bias +100');
  expect(last()[1]).toMatchObject({ id: 1219, bias: 100 });
  press('Mute ·old');
  expect(last()[1]).toMatchObject({ bias: 100, muted: true });
  press('Remove ·man');
  expect(last().map(({ id }) => id)).toEqual([5822, 1219]);
});

test('the slider is fine near 0 and true at its ends: positions 30, 100, −100 are 2.7, 100, −100', () => {
  expect([0, 30, 100, -100].map(biasAt)).toEqual([0, 2.7, 100, -100]); // 100 · 0.3³ = 2.7
  expect(biasAt(positionOf(2.7))).toBe(2.7);
  const { last } = open(exhibits.some);
  fireEvent.change(screen.getByRole('slider', { name: 'Bias of ·king' }), { target: { value: '-30' } });
  expect(last()[0]!.bias).toBe(-2.7);
});

test('odds are e^bias: 2 → 7.39, −2 → 0.135, 100 → 2.7e+43', () => {
  expect([2, -2, 0, 100].map(odds)).toEqual(['×7.39', '×0.135', '×1', '×2.7e+43']);
});

test('a bias beyond ±100 is refused with the range', () => {
  const { told } = open(exhibits.some);
  const number = screen.getByRole('spinbutton', { name: 'Bias of ·king, value' });
  fireEvent.focus(number);
  fireEvent.change(number, { target: { value: '101' } });
  expect(screen.getByRole('alert').textContent).toContain(
    'a bias is a number, −100 to 100. 2 stays in force.',
  );
  expect(told).not.toHaveBeenCalled();
});

test('the 301st token is refused with the limit, and can be dismissed', async () => {
  const { told } = open(exhibits.full);
  await type('king');
  press('Add king, id 3364');
  expect(screen.getByRole('alert').textContent).toContain('300 tokens');
  expect(told).not.toHaveBeenCalled();
  press('Dismiss');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('an entry of another encoding is shown as parked, with no slider, and stays when others change', () => {
  const { last } = open(exhibits.parked);
  expect(screen.getByText(/^Parked: these are ids of o200k_base/)).toBeTruthy();
  expect(screen.getAllByRole('slider')).toHaveLength(1);
  press('Ban ·king');
  expect(last()[1]).toMatchObject({ encoding: 'o200k_base', id: 17_521, bias: -2 });
});

test('a failed look-up says so and leaves the list alone', async () => {
  open(exhibits.failing);
  await type('king');
  expect(screen.getByRole('alert').textContent).toContain('could not be looked up');
});
