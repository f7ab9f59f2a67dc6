import { expect, type Locator, type Page } from '@playwright/test';
import { TokensPage } from './tokens-page.ts';

/** The Compare tab of the Tokens room by the names that a screen reader says. */
export class ComparePage {
  readonly page: Page;
  /** What scrolls. */
  readonly scroller: Locator;
  readonly train: Locator;

  constructor(page: Page) {
    this.page = page;
    this.scroller = page.getByRole('group', { name: /scrolled together$/ });
    this.train = page.getByRole('button', { name: /^Train/ });
  }

  /** With a text that comes as a file. */
  static async open(page: Page, text: string): Promise<ComparePage> {
    const room = new TokensPage(page);
    await room.open();
    const before = await room.count.textContent();
    await room.upload('text.txt', text);
    await expect(room.count).not.toHaveText(before ?? '', { timeout: 30_000 });
    await room.tab('Compare').click();
    const compare = new ComparePage(page);
    await expect(compare.scroller).toBeVisible();
    return compare;
  }

  /** A column's name, count and choice. */
  head(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** A column's rows. */
  text(name: string): Locator {
    return this.page.getByRole('region', { name: `Text as ${name}`, exact: true });
  }

  /** What the screen shows of each column, from left to right: its rows without the signs for white space. */
  async shown(): Promise<string[]> {
    return this.scroller.evaluate((scroller) => {
      const { top, bottom } = scroller.getBoundingClientRect();
      return [...scroller.querySelectorAll('section')].map((column) =>
        [...column.querySelectorAll('p')]
          .filter((row) => row.getBoundingClientRect().bottom > top + 1)
          .filter((row) => row.getBoundingClientRect().top < bottom - 1)
          .map((row) => row.textContent.replaceAll('·', ' ').replaceAll('⏎', '\n'))
          .join(''),
      );
    });
  }

  /** Until every column has its pieces on the screen. */
  async settled(): Promise<void> {
    await expect
      .poll(() =>
        this.scroller.evaluate((scroller) =>
          [...scroller.querySelectorAll('p')].every((row) => row.querySelector('span') !== null),
        ),
      )
      .toBe(true);
  }
}
