import { expect, type Locator, type Page } from '@playwright/test';
import { TokensPage } from './tokens-page.ts';

/** The Text tab of the Tokens room, with what is told of one token. */
export class TextTab extends TokensPage {
  readonly items: Locator;
  readonly details: Locator;
  readonly special: Locator;

  constructor(page: Page) {
    super(page);
    this.items = this.tokens.getByRole('listitem');
    this.details = page.getByRole('dialog', { name: /^Token \d/ });
    this.special = page.getByRole('combobox', { name: 'Special tokens' });
  }

  static async with(page: Page, encoding: string, text: string): Promise<TextTab> {
    const tab = new TextTab(page);
    await tab.open();
    await tab.encoding.selectOption(encoding);
    await expect(tab.count).toHaveText(/^\d/);
    await tab.write(text);
    await expect(tab.items.first()).toBeVisible();
    return tab;
  }

  fact(name: string): Locator {
    return this.details
      .locator('dl > div')
      .filter({ has: this.page.locator('dt').filter({ hasText: new RegExp(`^${name}$`) }) })
      .locator('dd');
  }

  /** Where the text's selection is, as the browser has it. */
  selected(): Promise<string> {
    return this.page.evaluate(() => getSelection()?.toString() ?? '');
  }
}
