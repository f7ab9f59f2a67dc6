// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { asCurl } from '../../../../engines/live/snippets.ts';
import { LanguageContext } from '../../../../ui/language.tsx';
import { rawExhibits } from './exhibits.ts';
import { RawPanel } from './raw-panel.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (name: string) => render(<RawPanel {...rawExhibits[name]!} />);
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const exchange = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Exchange' });

function clipboard(writeText: (text: string) => Promise<void>) {
  const spy = vi.fn(writeText);
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: spy } });
  return spy;
}

test.each(Object.keys(rawExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender } = show(name);
  const english = container.textContent;
  rerender(
    <LanguageContext value="ja">
      <RawPanel {...rawExhibits[name]!} />
    </LanguageContext>,
  );
  expect(english).not.toBe('');
  expect(container.textContent).not.toBe(english);
});

test('an exchange is listed with its number, request, status and time; newest first', () => {
  show('full');
  const lines = within(exchange())
    .getAllByRole('option')
    .map((option) => option.textContent);
  expect(lines).toEqual([
    '3 · POST /v1/completions · 200 · 412 ms',
    '2 · POST /v1/chat/completions · 200 · 412 ms',
    '1 · GET /v1/models · 200 · 3 ms',
  ]);
});

test('numbers count from the first, also when it has been let go', () => {
  show('older ones let go');
  const lines = within(exchange()).getAllByRole('option');
  expect(lines[0]!.textContent).toMatch(/^1,234 · /);
  expect(lines[49]!.textContent).toMatch(/^1,185 · /); // 1,234 − 49
});

test('the request is JSON in lines, a GET has nothing but its address', () => {
  show('full');
  expect(JSON.parse(screen.getByRole('region', { name: 'Request 3' }).textContent)).toEqual(
    rawExhibits['full']!.exchanges[0]!.requestBody,
  );
  fireEvent.change(exchange(), { target: { value: '2' } });
  expect(screen.queryByRole('region')).toBeNull();
  expect(screen.getByText('Nothing but the address was sent.')).toBeTruthy();
});

test('the response is indented when it is JSON, and as received when it is a stream', () => {
  show('full');
  choose('Response');
  expect(screen.getByRole('region', { name: 'Response 3' }).textContent).toContain(
    '{ "token": " word1", "logprob": -1.25, "bytes": [32, 119, 1] }',
  );
  fireEvent.change(exchange(), { target: { value: '1' } });
  expect(screen.getByRole('region', { name: 'Response 2' }).textContent).toBe(
    rawExhibits['full']!.exchanges[1]!.responseBody,
  );
});

test('the newest is shown until an older one is chosen, which then stays', () => {
  const { rerender } = show('full');
  const more = (...newer: readonly string[]) => {
    const { exchanges, origin } = rawExhibits['full']!;
    const added = newer.map((path) => ({ ...exchanges[0]!, path }));
    rerender(<RawPanel exchanges={[...added, ...exchanges]} origin={origin} />);
    return exchange().selectedOptions[0]!.textContent;
  };
  expect(more('/v1/fourth')).toMatch(/^4 · POST \/v1\/fourth/);
  fireEvent.change(exchange(), { target: { value: '2' } });
  expect(more('/v1/fifth', '/v1/fourth')).toMatch(/^2 · POST \/v1\/chat/);
});

test('no answer is said in words', () => {
  show('no answer');
  expect(exchange().selectedOptions[0]!.textContent).toBe('2 · POST /v1/completions · no answer · 30,000 ms');
  choose('Response');
  expect(screen.getByText('Nothing came back.')).toBeTruthy();
});

test('code takes its key from the environment, and the page says that it has none', () => {
  show('full');
  expect(
    screen.getByText('No key is ever in it: the page has none. The server adds it on the way.'),
  ).toBeTruthy();
  choose('curl');
  const { exchanges, origin } = rawExhibits['full']!;
  expect(screen.getByRole('region', { name: 'curl 3' }).textContent).toBe(asCurl(exchanges[0]!, origin));
  expect(screen.getByText(/takes its key from OPENAI_API_KEY/)).toBeTruthy();
});

test('a long text is cut for display and copied whole', async () => {
  const written = clipboard(() => Promise.resolve());
  show('long answer');
  choose('Response');
  const whole = JSON.parse(rawExhibits['long answer']!.exchanges[0]!.responseBody) as unknown;
  expect(screen.getByRole('region').textContent).toHaveLength(20_000);
  expect(screen.getByText(/^Showing the first 20,000 of 3\d,\d{3} characters/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText('Copied')).toBeTruthy();
  expect(JSON.parse(written.mock.calls[0]![0])).toEqual(whole);
  // Another text has not been copied.
  choose('Request');
  expect(screen.queryByText('Copied')).toBeNull();
});

test('where the browser refuses, the whole text is selected and the page says so', async () => {
  clipboard(() => Promise.reject(new Error('not allowed')));
  show('long answer');
  choose('Response');
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await screen.findByText(/did not let it be copied/)).toBeTruthy();
  const selected = getSelection()!.toString();
  expect(selected.length).toBeGreaterThan(30_000);
  expect(selected).toBe(screen.getByRole('region').textContent);
});

test('empty, it says what will be here; the list can be cleared', () => {
  show('empty');
  expect(screen.getByText(/Nothing has been asked yet/)).toBeTruthy();
  cleanup();
  const onClear = vi.fn();
  render(<RawPanel {...rawExhibits['full']!} onClear={onClear} />);
  fireEvent.click(screen.getByRole('button', { name: 'Clear the list' }));
  expect(onClear).toHaveBeenCalledOnce();
});
