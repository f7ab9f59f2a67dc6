import { expect, type Locator, type Page } from '@playwright/test';

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
  readonly speed: Locator;
  readonly insideOpener: Locator;
  readonly lens: Locator;
  readonly attention: Locator;
  readonly layer: Locator;
  readonly head: Locator;

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
    this.speed = byName('slider', 'Speed');
    this.insideOpener = byName('button', 'Inside the model');
    this.lens = byName('table', 'Logit lens');
    this.attention = byName('table', 'Attention');
    this.layer = byName('combobox', 'Layer');
    this.head = byName('combobox', 'Head');
  }

  /** Chooses a model before the page opens, as a reader who has been here before; a reload keeps what was chosen since. */
  async choose(modelId: 'tiny' | 'trigram'): Promise<void> {
    await this.page.addInitScript((chosen) => {
      const key = 'tokenscope/playground/1';
      if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ modelId: chosen }));
    }, modelId);
  }

  /** Opens the Playground; `address` may carry a link's settings. */
  async open(address = '/'): Promise<void> {
    await this.page.goto(address);
    await this.text.waitFor();
  }

  /** The text has been read, and has so many tokens. */
  async showsCount(tokens: number): Promise<void> {
    const count = this.page
      .locator('dl > div')
      .filter({ has: this.page.getByText('Tokens', { exact: true }) });
    await expect(count.locator('dd')).toHaveText(tokens.toLocaleString('en'));
  }

  /** The distribution on the page is by the chosen model, or the one that answers in its place for good. */
  async ready(): Promise<void> {
    // Not the one that was computed beforehand.
    const live = this.page.locator('section[aria-busy="false"]').filter({ has: this.nextToken });
    await live.locator('tbody tr').nth(5).waitFor();
    const chosen = await this.model.inputValue();
    await this.by(chosen).waitFor({ timeout: 30_000 });
  }

  /** What says which model the distribution is of. */
  by(modelId: string): Locator {
    return this.page.getByText(`by ${modelId}`, { exact: true });
  }

  /** Each candidate's cells by their column's name; `Everything else` is not among them. */
  async candidates(): Promise<ReadonlyMap<string, string>[]> {
    const names = (await this.nextToken.getByRole('columnheader').allInnerTexts()).map((name) => name.trim());
    const rows = await this.nextToken.locator('tbody tr[data-id]').all();
    return Promise.all(
      rows.map(async (row) => {
        const cells = await row.locator('th, td').allInnerTexts();
        return new Map(names.map((name, at) => [name, cells[at]!.trim()]));
      }),
    );
  }

  rowOf(token: string): Locator {
    return this.nextToken.getByRole('row').filter({ hasText: token });
  }

  /** Types a word, or an id such as #50256, into the bias list and takes the form with this label. */
  async addBias(word: string, label: string): Promise<void> {
    await this.biasAWord.fill(word);
    await this.page.getByRole('button', { name: new RegExp(`^Add ${escaped(label)}, id`) }).click();
  }

  async ban(word: string, label: string): Promise<void> {
    await this.addBias(word, label);
    await this.page.getByRole('button', { name: `Ban ${label}`, exact: true }).click();
  }

  /** As a person replaces a text: all of it taken out, then the new one put in. */
  async write(text: string): Promise<void> {
    await this.text.press('ControlOrMeta+a');
    await this.text.press('Backspace');
    await this.page.keyboard.insertText(text);
  }

  /** Through the clipboard; the test has to permit it. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await this.text.press('ControlOrMeta+a');
    await this.text.press('ControlOrMeta+v');
  }

  /** The ids of a list of tokens, as its items are called. */
  async ids(list = this.tokens): Promise<number[]> {
    const names = await list
      .getByRole('listitem')
      .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));
    return names.map((name) => Number(/id (\d+)/.exec(name ?? '')?.[1]));
  }

  /** The editor's text, without what only stands beside it. */
  async written(): Promise<string> {
    const kept = await this.page.evaluate(() => {
      dispatchEvent(new Event('pagehide'));
      return localStorage.getItem('tokenscope/playground/1');
    });
    const { document } = JSON.parse(kept ?? '{}') as { readonly document?: { readonly text?: string } };
    return document?.text ?? '';
  }

  /** Steps in one go: each waits for the one before it. */
  async steps(count: number): Promise<void> {
    await this.step.evaluate((button: HTMLElement, times) => {
      for (let step = 0; step < times; step++) button.click();
    }, count);
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
