// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { timelineExhibits } from './exhibits.ts';
import { Timeline } from './timeline.tsx';

afterEach(cleanup);

test.each(Object.keys(timelineExhibits))('state “%s” is drawn in both languages', async (name) => {
  const { container, rerender } = render(<Timeline {...timelineExhibits[name]!} />);
  await screen.findByRole('heading', { name: 'Over time' });
  rerender(
    <LanguageContext value="ja">
      <Timeline {...timelineExhibits[name]!} />
    </LanguageContext>,
  );
  expect(container.textContent).toContain('時間の流れ');
});

test('a sentence sums the chart up', async () => {
  const { container } = render(<Timeline {...timelineExhibits['full']!} />);
  await screen.findByText(/30 tokens/);
  expect(container.textContent).toMatch(
    /30 tokens: mean surprisal \d+\.\d\d bits, mean entropy \d+\.\d\d bits\./,
  );
  expect(container.textContent).toContain('Most surprising: =SUM(A1), number 5, 11.18 bits.');
});

test('the chart’s points can be read as a table', async () => {
  render(<Timeline {...timelineExhibits['full']!} />);
  await screen.findByText(/30 tokens/);
  const details = document.querySelector('details')!;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  const table = screen.getByRole('table', { name: 'Surprisal and entropy over time' });
  expect(within(table).getAllByRole('row')).toHaveLength(31);
});

test('means of neighbours are called so', async () => {
  const { container } = render(<Timeline {...timelineExhibits['means of neighbours']!} />);
  await screen.findByText(/2,000 tokens/);
  expect(container.textContent).toContain('Each point is the mean of 20 neighbours.');
});
