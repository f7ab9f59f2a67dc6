import type { Locator, Page } from '@playwright/test';

/** The Playground by the names that a screen reader says. */
export class PlaygroundPage {
  readonly page: Page;
  readonly text: Locator;
  readonly tokens: Locator;
  readonly nextToken: Locator;
  readonly everythingElse: Locator;
  readonly temperature: Locator;
  readonly topP: Locator;
  readonly topK: Locator;
  readonly minP: Locator;
  readonly seed: Locator;
  readonly drawPosition: Locator;
  readonly step: Locator;
  readonly play: Locator;
  readonly pause: Locator;
  readonly undo: Locator;
  readonly newDraw: Locator;
  readonly copyLink: Locator;
  readonly model: Locator;
  readonly encoding: Locator;
  readonly language: Locator;
  readonly biasAWord: Locator;
  readonly findAToken: Locator;
  readonly history: Locator;

  constructor(page: Page) {
    this.page = page;
    const byName = (role: Parameters<Page['getByRole']>[0], name: string): Locator =>
      page.getByRole(role, { name, exact: true });
    this.text = byName('textbox', 'Text');
    this.tokens = byName('list', 'Tokens');
    this.nextToken = byName('table', 'Next token');
    this.everythingElse = this.nextToken.getByRole('row', { name: 'Everything else' });
    this.temperature = byName('slider', 'Temperature');
    this.topP = byName('slider', 'Top-p');
    this.topK = byName('slider', 'Top-k');
    this.minP = byName('slider', 'Min-p');
    this.seed = byName('spinbutton', 'Seed');
    this.drawPosition = byName('slider', 'Draw position');
    this.step = byName('button', 'Step');
    this.play = byName('button', 'Play');
    this.pause = byName('button', 'Pause');
    this.undo = byName('button', 'Undo');
    this.newDraw = byName('button', 'New draw');
    this.copyLink = byName('button', 'Copy link');
    this.model = byName('combobox', 'Model');
    this.encoding = byName('combobox', 'Encoding');
    this.language = byName('combobox', 'Language');
    this.biasAWord = byName('textbox', 'Bias a word');
    this.findAToken = byName('searchbox', 'Find a token');
    this.history = byName('list', 'History');
  }

  /** Opens the Playground; `address` may carry a link's settings. */
  async open(address = '/'): Promise<void> {
    await this.page.goto(address);
    await this.text.waitFor();
  }
}
