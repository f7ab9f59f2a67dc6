// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { vocabularyExhibits } from './exhibits.ts';
import { VocabularyBrowser } from './vocabulary-browser.tsx';

const rowHeight = 40;
const gridHeight = 10 * rowHeight;

beforeEach(() => {
  // jsdom lays nothing out: the grid is ten rows high, everything else one.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.getAttribute('role') === 'grid' ? gridHeight : rowHeight;
  });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(gridHeight);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(1e7);
  HTMLElement.prototype.scrollTo = function (this: HTMLElement, options?: ScrollToOptions | number) {
    if (typeof options !== 'object') return;
    this.scrollTop = options.top ?? 0;
    this.dispatchEvent(new Event('scroll'));
  };
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(name: string) {
  const events = { onQuery: vi.fn(), onUse: vi.fn(), onBias: vi.fn(), onOpen: vi.fn() };
  const view = render(<VocabularyBrowser {...vocabularyExhibits[name]!} {...events} />);
  return { ...events, ...view };
}

const grid = () => screen.getByRole('grid', { name: 'Vocabulary' });
const rows = () => within(grid()).getAllByRole('row').slice(1);
const rowOf = (label: string) =>
  rows().find((row) => within(row).getAllByRole('gridcell')[1]!.textContent === label)!;
const cells = (row: HTMLElement) =>
  within(row)
    .getAllByRole('gridcell')
    .slice(0, 4)
    .map((cell) => cell.textContent);
const current = () => document.getElementById(grid().getAttribute('aria-activedescendant')!)!;

test.each(Object.keys(vocabularyExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender, ...events } = show(name);
  const english = container.textContent;
  expect(english).not.toContain('\uFFFD');
  rerender(
    <LanguageContext value="ja">
      <VocabularyBrowser {...vocabularyExhibits[name]!} {...events} />
    </LanguageContext>,
  );
  if (name !== 'failed') expect(container.textContent).not.toBe(english);
});

test('a row has the id, the token with its white space drawn, its bytes and its kinds', () => {
  show('full');
  expect(cells(rowOf('·the'))).toEqual(['1', '·the', '20 74 68 65', 'word, space first, look-alike']);
  expect(cells(rowOf('⏎'))).toEqual(['9', '⏎', '0A', 'white space, single byte']);
});

test('a part of a character shows its bytes, the character U+FFFD its name, and a hole its number', () => {
  show('parts of characters');
  expect(rows().map(cells)).toEqual([
    ['17', 'E3 81', 'E3 81', 'part of a character'],
    ['18', '82', '82', 'single byte, part of a character'],
    ['19', 'FF', 'FF', 'single byte, part of a character'],
  ]);
  cleanup();
  show('full');
  fireEvent.keyDown(grid(), { key: 'End' });
  expect(rowOf('⟨U+FFFD⟩')).toBeTruthy();
  expect(cells(rowOf('#23'))).toEqual(['23', '#23', '', 'no token']);
});

test('of seventeen thousand rows fewer than sixty are in the page, and the grid says how many there are', () => {
  show('seventeen thousand');
  // 25 + 999 × 17 = 17,008 ids, and the heading.
  expect(grid().getAttribute('aria-rowcount')).toBe('17009');
  expect(rows().length).toBeGreaterThan(9);
  expect(rows().length).toBeLessThan(60);
  expect(screen.getByRole('status').textContent).toBe('17,008 of 17,008 ids');
});

test('arrows, Page, Home and End move the current row, which is always in the page', () => {
  show('seventeen thousand');
  const press = (key: string) => fireEvent.keyDown(grid(), { key });
  const place = () => Number(current().getAttribute('aria-rowindex')) - 2;
  expect(place()).toBe(0);
  press('ArrowDown');
  press('ArrowDown');
  press('ArrowUp');
  expect(place()).toBe(1);
  press('PageDown');
  expect(place()).toBe(9);
  press('End');
  expect(place()).toBe(17_007);
  expect(rows().length).toBeLessThan(60);
  press('Home');
  press('ArrowUp');
  expect(place()).toBe(0);
});

test('Enter tells all about the current token and takes the focus there; Escape goes back', () => {
  show('full');
  act(() => grid().focus());
  fireEvent.keyDown(grid(), { key: 'Enter' });
  const details = screen.getByRole('region', { name: 'Token 0' });
  expect(document.activeElement).toBe(details);
  // `the`, ` the` and `The` look alike.
  expect(details.textContent).toContain('Looks like·the 1The 2');
  fireEvent.keyDown(details, { key: 'Escape' });
  expect(document.activeElement).toBe(grid());
  expect(screen.queryByRole('region', { name: 'Token 0' })).toBeNull();
});

test('a press on a row opens its details: of an unreachable token, what its text makes', () => {
  show('full');
  fireEvent.keyDown(grid(), { key: 'End' });
  fireEvent.click(rowOf('·亚洲AV'));
  const details = screen.getByRole('region', { name: 'Token 22' });
  expect(details.textContent).toContain('its text makes several tokens');
  expect(details.textContent).toContain('Its text encodes to·the 1king 4');
});

test('each row can be used, biased and opened; a part of a character can only be biased, a hole nothing', () => {
  const { onUse, onBias, onOpen } = show('full');
  const press = (name: string) => fireEvent.click(within(rowOf('·king')).getByRole('button', { name }));
  press('Use in the text: ·king');
  press('Bias it: ·king');
  press('Open in the Playground: ·king');
  expect([onUse, onBias, onOpen].map((event) => event.mock.calls)).toEqual([[[3]], [[3]], [[3]]]);
  expect(screen.queryByRole('region', { name: 'Token 3' })).toBeNull();
  const buttons = (label: string) =>
    within(rowOf(label))
      .queryAllByRole('button')
      .map((button) => button.textContent);
  fireEvent.keyDown(grid(), { key: 'End' });
  expect(buttons('E3 81')).toEqual(['Bias it']);
  expect(buttons('#23')).toEqual([]);
});

test('what is typed, ticked and chosen is told as a query', () => {
  const { onQuery } = show('full');
  const { query } = vocabularyExhibits['full']!;
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find in vocabulary' }), {
    target: { value: '^un' },
  });
  expect(onQuery).toHaveBeenLastCalledWith({ ...query, find: '^un' });
  fireEvent.click(screen.getByRole('checkbox', { name: /^digits/ }));
  expect(onQuery).toHaveBeenLastCalledWith({ ...query, kinds: ['digits'] });
  fireEvent.change(screen.getByRole('combobox', { name: 'Script' }), { target: { value: 'Han' } });
  expect(onQuery).toHaveBeenLastCalledWith({ ...query, script: 'Han' });
  fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'longest' } });
  expect(onQuery).toHaveBeenLastCalledWith({ ...query, sorting: 'longest' });
});

test('the categories are counted and sum to the size', () => {
  show('full');
  const table = screen.getByRole('table', { name: 'What text makes of each id' });
  const count = (name: string) => {
    const row = within(table).getByRole('rowheader', { name }).closest('tr')!;
    return Number(within(row).getByRole('cell').textContent);
  };
  expect(count('part of a character')).toBe(3);
  expect(count('of these, of two bytes or more')).toBe(1);
  expect(count('its text makes several tokens')).toBe(1);
  expect(count('stands for nothing')).toBe(1);
  expect(count('special: what is typed never makes it')).toBe(1);
  // 25 = 19 + 3 + 1 + 1 + 1.
  expect(count('comes back as itself')).toBe(19);
  expect(count('all ids')).toBe(25);
});

test.each([
  ['no such id', 'There is no id 999999 here: ids go from 0 to 24.'],
  ['broken pattern', 'This is no regular expression of JavaScript'],
  ['unknown flags', '“gx” are no flags that can be used: i, m, s, u, v are'],
  ['half a byte', '0xE38 has an odd number of digits'],
  ['slow pattern', 'took more than 2 seconds and was stopped'],
])('%s is refused in a sentence at the searchbox, and the rows before stay', (name, sentence) => {
  show(name);
  const box = screen.getByRole('searchbox', { name: 'Find in vocabulary' });
  expect(box.getAttribute('aria-invalid')).toBe('true');
  const described = document.getElementById(box.getAttribute('aria-describedby')!)!;
  expect(described.textContent).toContain(sentence);
  expect(screen.getByRole('status').textContent).toBe('The rows are those of the search before.');
  expect(rows().length).toBeGreaterThan(9);
});

test('where nothing is found it says so, and what can be looked for', () => {
  show('nothing found');
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.getByRole('status').textContent).toBe('0 of 25 ids');
  expect(screen.getByText(/No token is like that\. Fewer kinds/)).toBeTruthy();
  expect(screen.getAllByText('/^ ?the$/i').length).toBe(2);
});
