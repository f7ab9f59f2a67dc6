// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { priceExhibits } from './exhibits.ts';
import { formatCost } from './format-cost.ts';
import { blankRow, costOf, readPrice, type PriceRow } from './price-row.ts';
import { PriceTable } from './price-table.tsx';

afterEach(cleanup);

const row: PriceRow = { model: 'Example A', perMillion: '2.50', currency: 'USD', asOf: '2026-11-21' };

const show = (name: string, onChange = vi.fn()) => {
  const shown = render(<PriceTable {...priceExhibits[name]!} onChange={onChange} />);
  return { ...shown, onChange };
};

/** Keeps its rows itself, as the room does. */
function Kept({ name }: { readonly name: string }) {
  const [rows, setRows] = useState(priceExhibits[name]!.rows);
  return <PriceTable rows={rows} tokens={1_000_000} onChange={setRows} />;
}

test.each(Object.keys(priceExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender } = show(name);
  expect(container.textContent).toContain('Prices change often');
  expect(container.textContent).not.toMatch(/[ぁ-ん]/);
  rerender(
    <LanguageContext value="ja">
      <PriceTable {...priceExhibits[name]!} onChange={vi.fn()} />
    </LanguageContext>,
  );
  expect(container.textContent).toMatch(/料金はよく変わる/);
});

test('it begins with one row to be filled in, and no price', () => {
  const { container } = show('empty');
  expect(screen.getAllByRole('group')).toHaveLength(1);
  for (const field of container.querySelectorAll('input')) expect(field.value).toBe('');
  expect(screen.getByText('Fill in a price to see what the text costs as input.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('a row that is filled in from left to right asks for what is left, then tells the cost and its day', () => {
  render(<Kept name="empty" />);
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  type('Per million input tokens', '2.5');
  expect(screen.getByText('Fill in the currency of this price.')).toBeTruthy();
  type('Currency', 'USD');
  expect(screen.getByText(/^Fill in the day/)).toBeTruthy();
  type('As of', '2026-11-21');
  type('Model', 'Mine');
  // A million tokens at 2.5 per million.
  const group = screen.getByRole('group', { name: 'Mine' });
  expect(within(group).getByText('2.50 USD')).toBeTruthy();
  expect(
    within(group).getByText('1,000,000 tokens as input, at 2.5 USD per million as of 2026-11-21'),
  ).toBeTruthy();
});

test('prices are added and removed, each under the name of its model', () => {
  render(<Kept name="two prices" />);
  fireEvent.click(screen.getByRole('button', { name: 'Remove Example A' }));
  expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual([
    'Example B',
  ]);
  const add = screen.getByRole('button', { name: 'Add a price' });
  expect(document.activeElement).toBe(add);
  fireEvent.click(add);
  expect(screen.getByRole('group', { name: 'Price 2' })).toBeTruthy();
});

test('what is no price and what is no day are named, and the rest of the table holds', () => {
  show('refused');
  expect(screen.getAllByRole('alert').map((alert) => alert.textContent)).toEqual([
    '2,50 is not taken as a price. Write a number from 0 to 1,000,000, with a point before the decimals.',
    '2026-02-30 is no day. Write year, month and day, such as 2026-11-21.',
  ]);
});

test('while the tokens are counted no cost is told; a full list says so', () => {
  show('counting');
  expect(screen.getByText('The tokens are being counted.')).toBeTruthy();
  cleanup();
  show('full');
  expect(screen.getByText('The list holds 20 prices. Remove one to add another.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Add a price' })).toBeNull();
});

test.each(['2', '2.5', '0', '.5', '1000000', ' 3 '])('%j is a price', (perMillion) => {
  expect(readPrice({ ...row, perMillion })).toMatchObject({ ok: true, perMillion: Number(perMillion) });
});

test.each(['-1', '1e3', '2,50', 'free', '1000001', '$2', 'NaN', '.'])('%j is none', (perMillion) => {
  expect(readPrice({ ...row, perMillion })).toEqual({ ok: false, wrong: 'price', entry: perMillion });
});

test('leap days are days of leap years alone', () => {
  const isDay = (asOf: string) => readPrice({ ...row, asOf }).ok;
  expect(['2024-02-29', '2000-02-29', '2026-12-31'].map(isDay)).toEqual([true, true, true]);
  expect(['2026-02-29', '1900-02-29', '2026-13-01', '2026-11-00', '21.11.2026'].map(isDay)).toEqual(
    Array.from({ length: 5 }, () => false),
  );
  expect(readPrice(blankRow)).toEqual({ ok: false, lacks: 'price' });
});

test('small amounts keep three digits, large ones two decimals', () => {
  // 1 token at 2.5 per million is 0.0000025.
  expect(formatCost(costOf(1, 2.5))).toBe('0.00000250');
  expect([0, 0.0325, 0.5, 12.5, 1234.567, 1e6].map(formatCost)).toEqual([
    '0',
    '0.0325',
    '0.500',
    '12.50',
    '1,234.57',
    '1,000,000.00',
  ]);
});
