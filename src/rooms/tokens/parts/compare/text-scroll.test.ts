import { expect, test } from 'vitest';
import { rowCount, textRows, type TextRows } from '../../compare/text-rows.ts';
import { rangeFrom, type RowRange } from './row-range.ts';
import { TextScroll } from './text-scroll.ts';

const screen = 480;

/** A page without a browser: rows have heights, the scroller clamps, and what is asked for is drawn at once. */
class FakePage {
  rows: TextRows;
  heightOf: (row: number) => number;
  range: RowRange = { first: 0, last: 0 };
  scrollTop = 0;
  mostDrawn = 0;
  readonly scroll: TextScroll;
  readonly #spacer = { style: { height: '0px' } };
  readonly #block = { style: { top: '0px' } };

  constructor(rows: TextRows, heightOf: (row: number) => number) {
    this.rows = rows;
    this.heightOf = heightOf;
    const parts = {
      scroller: this.#scroller(),
      spacer: this.#spacer as HTMLElement,
      block: this.#fakeBlock(),
    };
    this.scroll = new TextScroll(parts, (of, range) => this.draw(of, range));
    this.draw(rows, rangeFrom(rows, 0));
  }

  get height(): number {
    return Number.parseFloat(this.#spacer.style.height);
  }

  get top(): number {
    return Number.parseFloat(this.#block.style.top);
  }

  draw(rows: TextRows, range: RowRange): void {
    this.rows = rows;
    this.range = range;
    this.mostDrawn = Math.max(this.mostDrawn, range.last - range.first);
    this.scroll.drew(rows, range);
  }

  /** As a wheel does. */
  wheel(px: number): void {
    this.to(this.scrollTop + px);
  }

  /** As the scrollbar does. */
  to(scrollTop: number): void {
    this.#set(scrollTop);
    this.scroll.scrolled();
  }

  /** Px below the screen's upper edge at which each drawn row begins. */
  tops(): Map<number, number> {
    let at = this.top - this.scrollTop;
    const tops = new Map<number, number>();
    for (let row = this.range.first; row < this.range.last; row++) {
      tops.set(row, at);
      at += this.heightOf(row);
    }
    tops.set(this.range.last, at);
    return tops;
  }

  /** Whether rows are drawn all over the screen. */
  get isCovered(): boolean {
    const tops = [...this.tops().values()];
    return tops[0]! <= 0.5 && tops.at(-1)! >= screen - 0.5;
  }

  #set(scrollTop: number): void {
    this.scrollTop = Math.max(0, Math.min(scrollTop, this.height - screen));
  }

  #scroller(): HTMLElement {
    // oxlint-disable-next-line typescript/no-this-alias -- an accessor has a `this` of its own
    const page = this;
    return {
      clientHeight: screen,
      get scrollTop() {
        return page.scrollTop;
      },
      set scrollTop(px: number) {
        page.#set(px);
      },
    } as HTMLElement;
  }

  #fakeBlock(): HTMLElement {
    const heights = () =>
      Array.from({ length: this.range.last - this.range.first }, (_, at) =>
        this.heightOf(this.range.first + at),
      );
    const block = {
      ...this.#block,
      getBoundingClientRect: () => ({ top: 0, height: heights().reduce((sum, one) => sum + one, 0) }),
      querySelectorAll: () => {
        let at = 0;
        return heights().map((height) => {
          const top = at;
          at += height;
          return { getBoundingClientRect: () => ({ top }) };
        });
      },
      getElementsByTagName: () => ({ length: 20 * (this.range.last - this.range.first) }),
    };
    return block as unknown as HTMLElement;
  }
}

/** Rows of 25 to 199 px, always the same. */
const uneven = (row: number) => 25 + ((row * 7919) % 175);
const lines = (count: number) => textRows('a line of thirty letters or so\n'.repeat(count), 96);

test('a wheel moves every row on the screen by what it turned, from the beginning to the end', () => {
  const page = new FakePage(lines(1000), uneven);
  let before = page.tops();
  for (let turn = 0; turn < 2000; turn++) {
    const from = page.scrollTop;
    page.wheel(100);
    const now = page.tops();
    const moved = [...now].flatMap(([row, top]) => (before.has(row) ? [before.get(row)! - top] : []));
    expect(moved.length).toBeGreaterThan(1);
    // At the end there is less left than that; nothing else is ever moved.
    const isLast = page.scrollTop >= page.height - screen - 0.5;
    for (const px of moved) expect(px).toBeCloseTo(isLast ? page.scrollTop - from : 100, 3);
    expect(page.isCovered).toBe(true);
    before = now;
    if (isLast) break;
  }
  expect(page.range.last).toBe(1000);
  expect(page.mostDrawn).toBeLessThan(40);
});

test('and back: the first row is at the top in the end, with nothing above it', () => {
  const page = new FakePage(lines(1000), uneven);
  page.scroll.go(1);
  for (let turn = 0; turn < 2000 && (page.scrollTop > 0 || page.range.first > 0); turn++) {
    page.wheel(-100);
    expect(page.isCovered).toBe(true);
  }
  expect([page.range.first, page.top, page.scrollTop]).toEqual([0, 0, 0]);
});

test('both ends are reached at once: the first row at the top, the end of the last at the bottom', () => {
  const page = new FakePage(lines(1000), uneven);
  page.scroll.go(1);
  expect(page.tops().get(1000)).toBeCloseTo(screen, 3);
  expect(page.scroll.share).toBeCloseTo(1, 4);
  page.scroll.go(0);
  expect(page.tops().get(0)).toBeCloseTo(0, 3);
  expect(page.scroll.share).toBeCloseTo(0, 4);
});

test('the scrollbar goes by shares: half way down is half way through the text', () => {
  const page = new FakePage(lines(1000), uneven);
  for (const share of [0.25, 0.5, 0.9, 0.1]) {
    page.to(share * (page.height - screen));
    expect(page.isCovered).toBe(true);
    expect(page.scroll.share).toBeCloseTo(share, 2);
  }
});

test('of 300,000 lines the scroller is no higher than a browser can hold, and each is reached', () => {
  const page = new FakePage(lines(300_000), () => 25);
  expect(page.height).toBe(3_000_000);
  page.to(1_500_000);
  const [[row] = [0]] = page.tops();
  expect(Math.abs(row - 150_000)).toBeLessThan(200);
  const before = page.tops();
  page.wheel(100);
  expect(page.tops().get(row + 5)).toBeCloseTo(before.get(row + 5)! - 100, 3);
  // Read on for far longer than the scrollbar would allow: it is set right when the reader rests.
  for (let turn = 0; turn < 3000; turn++) page.wheel(400);
  const shown = page.tops();
  page.scroll.rested();
  expect([...page.tops()].map(([of, top]) => top - shown.get(of)!).every((px) => Math.abs(px) < 0.5)).toBe(
    true,
  );
  expect(page.scrollTop / (page.height - screen)).toBeCloseTo(page.scroll.share!, 2);
});

test('rows that get other heights leave the first one on the screen where it is', () => {
  const page = new FakePage(lines(1000), uneven);
  page.to(20_000);
  const [row, top] = [...page.tops()].find(([, at]) => at >= 0)!;
  page.heightOf = (of) => 2 * uneven(of);
  page.scroll.resized();
  expect(page.tops().get(row)).toBeCloseTo(top, 3);
  expect(page.isCovered).toBe(true);
});

test('rows that are drawn while the scroller has moved on, and has not told yet, stay where they are', () => {
  const page = new FakePage(lines(1000), uneven);
  page.to(20_000);
  const before = page.tops();
  page.scrollTop += 700;
  page.draw(page.rows, page.range);
  page.scroll.scrolled();
  const moved = [...page.tops()].flatMap(([row, top]) => (before.has(row) ? [before.get(row)! - top] : []));
  expect(moved.length).toBeGreaterThan(0);
  for (const px of moved) expect(px).toBeCloseTo(700, 3);
  expect(page.isCovered).toBe(true);
});

test('the same text in shorter rows stays at its place; another text begins at its beginning', () => {
  const text = 'words of one line that is never broken '.repeat(5000);
  const page = new FakePage(textRows(text, 160), () => 100);
  page.to(50_000);
  const share = page.scroll.share!;
  const shorter = textRows(text, 96);
  const unit = page.rows.borders[page.range.first]!;
  page.heightOf = () => 60;
  page.draw(shorter, rangeFrom(shorter, unit));
  expect(page.scroll.share).toBeCloseTo(share, 2);
  expect(page.isCovered).toBe(true);
  const other = lines(50);
  page.draw(other, rangeFrom(other, 0));
  expect([page.scrollTop, page.top, page.range.first]).toEqual([0, 0, 0]);
});

test('of a text that fits there is nothing to scroll', () => {
  const page = new FakePage(lines(3), () => 25);
  expect([page.height, rowCount(page.rows), page.scroll.share]).toEqual([75, 3, undefined]);
});
