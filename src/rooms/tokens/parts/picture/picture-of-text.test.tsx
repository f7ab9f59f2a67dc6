// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LanguageContext } from '../../../../ui/language.tsx';
import { pictureExhibits } from './exhibits.ts';
import { PictureOfText } from './picture-of-text.tsx';

beforeEach(() => {
  URL.createObjectURL = () => 'blob:made';
  URL.revokeObjectURL = () => undefined;
  // Not in jsdom.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});
afterEach(cleanup);

const button = () => screen.getByRole('button', { name: 'Save a picture' });

test.each(Object.keys(pictureExhibits))('state “%s” is drawn in both languages', (name) => {
  const { container, rerender } = render(<PictureOfText {...pictureExhibits[name]!} />);
  const said = container.textContent;
  rerender(
    <LanguageContext value="ja">
      <PictureOfText {...pictureExhibits[name]!} />
    </LanguageContext>,
  );
  expect(container.textContent).not.toBe(said);
});

test.each([
  ['empty', 'There is no text to make a picture of.'],
  ['reading', 'The text has to be read first.'],
])('with state “%s” the button rests and says why', (name, reason) => {
  render(<PictureOfText {...pictureExhibits[name]!} />);
  expect(button().getAttribute('aria-disabled')).toBe('true');
  expect(document.getElementById(button().getAttribute('aria-describedby')!)?.textContent).toBe(reason);
  fireEvent.click(button());
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('what will be saved is told before: all of a short text', async () => {
  render(<PictureOfText {...pictureExhibits['short']!} />);
  fireEvent.click(button());
  const sizes = /As PNG it has (\d+) × (\d+) pixels/;
  const before = sizes.exec((await screen.findByText(/The whole text, 2 tokens\./)).textContent)!;
  fireEvent.click(screen.getByRole('checkbox', { name: 'Ids under the tokens' }));
  const after = sizes.exec(screen.getByText(/The whole text/).textContent)!;
  // One row: 45 CSS pixels with ids, 31 without, at two pixels each.
  expect(Number(after[2]) - Number(before[2])).toBe(28);
});

test('of a long text it says how much is in the picture', async () => {
  render(<PictureOfText {...pictureExhibits['long']!} />);
  fireEvent.click(button());
  expect(
    await screen.findByText('Only the first 2 of 212,345 tokens: more do not fit into one picture.'),
  ).toBeTruthy();
});
