import { expect, type Locator, type Page } from '@playwright/test';

/** The Tokens room by the names that a screen reader says. */
export class TokensPage {
  readonly page: Page;
  readonly text: Locator;
  readonly count: Locator;
  readonly tokens: Locator;
  readonly encoding: Locator;

  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole('textbox', { name: 'Text', exact: true });
    this.count = page.getByRole('status', { name: 'Token count', exact: true });
    this.tokens = page.getByRole('list', { name: 'Tokens', exact: true });
    this.encoding = page.getByRole('combobox', { name: 'Encoding', exact: true });
  }

  async open(address = '/tokens'): Promise<void> {
    await this.page.goto(address);
    await expect(this.count).toHaveText(/^\d/);
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  async write(text: string): Promise<void> {
    await this.text.press('ControlOrMeta+a');
    await this.text.press('Backspace');
    await this.page.keyboard.insertText(text);
  }

  /** As a file that is chosen. */
  async upload(name: string, text: string): Promise<void> {
    await this.page
      .getByLabel('Open a file')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') });
  }
}
