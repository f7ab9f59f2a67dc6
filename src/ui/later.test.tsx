// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { later } from './later.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

interface Props {
  readonly name: string;
}

const Greeting = ({ name }: Props) => <p>{`Hello, ${name}`}</p>;
const Waiting = ({ name }: Props) => <p>{`A moment, ${name}`}</p>;

test('fetched when first shown, once; until then what waits for it stands there', async () => {
  const load = vi.fn(() => Promise.resolve(Greeting));
  const Part = later(load, Waiting);
  expect(load).not.toHaveBeenCalled();
  const { unmount } = render(<Part name="Ada" />);
  expect(document.body.textContent).toBe('A moment, Ada');
  await screen.findByText('Hello, Ada');
  unmount();

  render(<Part name="Bob" />);
  expect(document.body.textContent).toBe('Hello, Bob');
  expect(load).toHaveBeenCalledTimes(1);
});

test('without a waiting room the place is empty', () => {
  const Part = later<Props>(() => new Promise(() => undefined));
  expect(render(<Part name="Ada" />).container.childElementCount).toBe(0);
});

test.each([
  ['offline', false, /no connection/],
  ['online', true, /missing on the server/],
])('when it cannot be had, %s, an alert says so and another try can succeed', async (_, onLine, words) => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(onLine);
  const load = vi.fn(() => Promise.resolve(Greeting));
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  const Part = later(load);
  render(<Part name="Ada" />);
  expect((await screen.findByRole('alert')).textContent).toMatch(words);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Hello, Ada');
  expect(screen.queryByRole('alert')).toBeNull();
});
