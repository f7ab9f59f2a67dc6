import { rowCount, type TextRows } from '../../compare/text-rows.ts';
import { heightOf, placeAt, placeOfUnit, shareOf, unitOf, type DrawnRows, type Place } from './drawn-rows.ts';
import { rowsBack, rowsOn, type RowRange } from './row-range.ts';

export interface ScrollParts {
  readonly scroller: HTMLElement;
  /** As high as all rows together would be, or nearly so: gives the scroller its range. */
  readonly spacer: HTMLElement;
  /** Holds the rows that are drawn; elements with `data-row` begin them. */
  readonly block: HTMLElement;
}

/** Px. Browsers place nothing beyond some millions, less on finer screens. */
const highest = 3_000_000;
/** Elements that are drawn before rows beyond the screen are left out. */
const mostElements = 1200;
/** Rows are left out when they are so many times farther than those that are added: none comes and goes at once. */
const reluctance = 1.5;
/** Px that are left before an end of the scroller where the text goes on: some screens. */
const roomScreens = 4;
/** How far, as a share of its whole way, the scrollbar may be from where it belongs. */
const mostDrift = 0.02;
/** Rounds of drawing and measuring for one event; two or three are usual. */
const mostRounds = 12;

/**
 * Scrolls through rows of which only those near the screen are in the page, and whose heights nobody knows before.
 *
 * It holds on to a place of the text, not to a number of pixels: rows that are measured, columns that come and go, and another
 * width leave that place where it is on the screen. Small moves are the browser's own. A leap, as with the scrollbar, goes by
 * shares: half way down the scroller is half way through the text. After a move the scrollbar is set to what is shown.
 */
export class TextScroll {
  readonly #parts: ScrollParts;
  readonly #onRange: (rows: TextRows, range: RowRange) => void;
  #rows: TextRows | undefined;
  #range: RowRange = { first: 0, last: 0 };
  #drawn: DrawnRows = { first: 0, tops: [], end: 0 };
  #elements = 0;
  /** The place that stays where it is, and how far down the spacer it stands, in px. */
  #anchor: Place & { readonly y: number } = { row: 0, share: 0, y: 0 };
  /** Of the block, and of the spacer. */
  #top = 0;
  #height = 0;
  #rounds = 0;

  /** `onRange`: these rows have to be drawn; `drew` is to be called when they are. */
  constructor(parts: ScrollParts, onRange: (rows: TextRows, range: RowRange) => void) {
    this.#parts = parts;
    this.#onRange = onRange;
  }

  /** Where in the text the screen is, in [0, 1]; undefined while it shows all of it. */
  get share(): number | undefined {
    const { scrollTop, clientHeight } = this.#parts.scroller;
    if (this.#rows === undefined || this.#drawn.end === 0) return undefined;
    if (this.#isLast && this.#range.first === 0 && this.#drawn.end <= clientHeight) return undefined;
    return shareOf(this.#rows, this.#drawn, this.#top - scrollTop, clientHeight);
  }

  /** These rows are in the page now. */
  drew(rows: TextRows, range: RowRange): void {
    if (rows !== this.#rows) this.#adopt(rows);
    this.#range = range;
    this.settle();
  }

  /** The scroller has another size. */
  resized(): void {
    this.#rounds = 0;
    this.settle();
  }

  /** Rows may have other heights. */
  settle(): void {
    this.#measure();
    if (this.#drawn.end === 0) return;
    this.#place();
    // subtle: the scroller may have moved on already without having told; rows that are left out may be what was held on to.
    if (this.#isFar) return;
    this.#hold();
    this.#fit();
  }

  scrolled(): void {
    const { scrollTop, clientHeight } = this.#parts.scroller;
    if (this.#drawn.end === 0) return;
    this.#rounds = 0;
    if (this.#isFar) {
      const share = Math.min(1, Math.max(0, scrollTop / Math.max(1, this.#height - clientHeight)));
      this.#leap(share, scrollTop);
    } else {
      this.#hold();
      this.#mend();
      this.#fit();
    }
  }

  /** The reader has stopped scrolling: a scrollbar that is far from what is shown is set to it. */
  rested(): void {
    if (this.#rows === undefined || this.#drawn.end === 0) return;
    const { scrollTop, clientHeight } = this.#parts.scroller;
    if (!this.#isLast) this.#setHeight(Math.max(this.#estimate(), this.#bottom + clientHeight));
    const move = this.#scrollTopWanted() - scrollTop;
    const most = this.#range.first === 0 ? 0.5 : Math.max(clientHeight, mostDrift * this.#height);
    if (Math.abs(move) > most) this.#shift(move);
  }

  /** Goes to the beginning (0) or the end (1). */
  go(share: 0 | 1): void {
    if (this.#rows === undefined || this.#drawn.end === 0) return;
    const { scroller } = this.#parts;
    this.#rounds = 0;
    // subtle: the browser's own scrolling to an end would be on its way still when rows there are measured.
    scroller.scrollTop = share * this.#height;
    this.#leap(share, scroller.scrollTop);
  }

  get #isLast(): boolean {
    return this.#rows !== undefined && this.#range.last === rowCount(this.#rows);
  }

  /** Nothing that is drawn is on the screen. */
  get #isFar(): boolean {
    const { scrollTop, clientHeight } = this.#parts.scroller;
    return this.#top > scrollTop + clientHeight || this.#bottom < scrollTop;
  }

  /** Where the block ends, in px down the spacer. */
  get #bottom(): number {
    return this.#top + this.#drawn.end;
  }

  #adopt(rows: TextRows): void {
    const before = this.#rows;
    this.#rows = rows;
    this.#rounds = 0;
    if (before?.text === rows.text) {
      this.#anchor = { ...placeOfUnit(rows, unitOf(before, this.#anchor)), y: this.#anchor.y };
      return;
    }
    this.#anchor = { row: 0, share: 0, y: 0 };
    this.#height = 0;
    this.#parts.scroller.scrollTop = 0;
  }

  #measure(): void {
    const { block } = this.#parts;
    const { top, height } = block.getBoundingClientRect();
    const tops = Array.from(
      block.querySelectorAll('[data-row]'),
      (row) => row.getBoundingClientRect().top - top,
    );
    this.#drawn = { first: this.#range.first, tops, end: height };
    this.#elements = block.getElementsByTagName('*').length;
  }

  /** Puts the block where its anchor stays where it was. */
  #place(): void {
    this.#setTop(this.#anchor.y - heightOf(this.#drawn, this.#anchor));
    this.#mend();
  }

  /** What stays from now on: the first row that begins on the screen, or the end of the text when that is on its lower edge. */
  #hold(): void {
    const { scrollTop, clientHeight } = this.#parts.scroller;
    const { tops, first } = this.#drawn;
    if (this.#isLast && scrollTop > 0 && scrollTop + clientHeight >= this.#bottom - 1) {
      this.#anchor = { row: this.#range.last - 1, share: 1, y: this.#bottom };
      return;
    }
    const at = tops.findIndex((top) => this.#top + top >= scrollTop);
    const y = at < 0 ? Infinity : this.#top + tops[at]!;
    this.#anchor =
      y < scrollTop + clientHeight
        ? { row: first + at, share: 0, y }
        : { ...placeAt(this.#drawn, scrollTop - this.#top), y: scrollTop };
  }

  /** Keeps both ends of the scroller right: nothing above the first row or below the last, and room where the text goes on. */
  #mend(): void {
    const { scrollTop, clientHeight } = this.#parts.scroller;
    const needed = this.#bottom + clientHeight;
    if (this.#isLast) this.#setHeight(this.#bottom);
    else if (this.#height < needed || scrollTop === 0) this.#setHeight(Math.max(this.#estimate(), needed));
    if (this.#range.first === 0) {
      if (this.#top !== 0 && (this.#top > scrollTop || scrollTop <= 0)) this.#shift(-this.#top);
    } else if (scrollTop < clientHeight / 2) {
      // Where rows were measured from the beginning on, the little room that is left is all that is needed.
      const needs = Math.min(clientHeight, this.#pxBefore(scrollTop));
      if (needs > 2 * scrollTop + 100) this.#shift(this.#scrollTopWanted() - scrollTop);
    }
  }

  /** Draws more rows where the screen comes near the end of those that are drawn, and leaves out those far from it. */
  #fit(): void {
    const rows = this.#rows;
    if (rows === undefined || this.#rounds >= mostRounds) return;
    const { scrollTop, clientHeight } = this.#parts.scroller;
    const { tops } = this.#drawn;
    const beyond = this.#beyond(clientHeight);
    let { first, last } = this.#range;
    for (let at = 1; at < tops.length && this.#top + tops[at]! < scrollTop - reluctance * beyond; at++)
      first += 1;
    for (
      let at = tops.length - 1;
      at > 0 && this.#top + tops[at]! > scrollTop + clientHeight + reluctance * beyond;
      at--
    )
      last -= 1;
    const above = this.#top - (scrollTop - beyond);
    const below = scrollTop + clientHeight + beyond - this.#bottom;
    if (above > 0 && first > 0) first = rowsBack(rows, first, above / this.#pxPerUnit);
    if (below > 0) last = rowsOn(rows, last, below / this.#pxPerUnit);
    if (first === this.#range.first && last === this.#range.last) return;
    this.#rounds += 1;
    this.#onRange(rows, { first, last });
  }

  /** Px beyond the screen that are drawn: fewer where elements are many. */
  #beyond(screen: number): number {
    const perPx = Math.max(0.01, this.#elements / this.#drawn.end);
    return Math.max(24, Math.min(0.6 * screen, (mostElements / perPx - screen) / 2));
  }

  get #pxPerUnit(): number {
    const { borders } = this.#rows!;
    const { first, last } = this.#range;
    return Math.max(0.01, this.#drawn.end / Math.max(1, borders[last]! - borders[first]!));
  }

  /** Px that all rows together may take. */
  #estimate(): number {
    return Math.min(highest, this.#pxPerUnit * this.#rows!.text.length);
  }

  /** Where the scrollbar belongs for what is shown. */
  #scrollTopWanted(): number {
    const rows = this.#rows!;
    const { scrollTop, clientHeight } = this.#parts.scroller;
    if (this.#range.first === 0) return scrollTop - this.#top;
    const byShare = (this.share ?? 0) * (this.#height - clientHeight);
    if (this.#isLast) return scrollTop;
    const before = this.#pxBefore(scrollTop);
    const room = roomScreens * clientHeight;
    const after = Math.min(room, this.#pxPerUnit * rows.text.length - before);
    return Math.max(Math.min(room, before), Math.min(byShare, this.#height - clientHeight - after));
  }

  /** Px that the text above the screen may take. */
  #pxBefore(scrollTop: number): number {
    return this.#pxPerUnit * unitOf(this.#rows!, placeAt(this.#drawn, scrollTop - this.#top));
  }

  /** Shows a share of the text, with the scroller where it is. */
  #leap(share: number, scrollTop: number): void {
    const rows = this.#rows!;
    const { clientHeight } = this.#parts.scroller;
    const place = placeOfUnit(rows, share * rows.text.length);
    this.#anchor = { ...place, y: scrollTop + share * clientHeight };
    const units = clientHeight / this.#pxPerUnit;
    const first = rowsBack(rows, place.row, share * units);
    const last = rowsOn(rows, place.row, (1 - share) * units);
    if (first === this.#range.first && last === this.#range.last) this.settle();
    else this.#onRange(rows, { first, last });
  }

  /** Moves rows and scroller together: nothing moves on the screen. */
  #shift(by: number): void {
    const { scroller } = this.#parts;
    const { scrollTop, clientHeight } = scroller;
    this.#anchor = { ...this.#anchor, y: this.#anchor.y + by };
    this.#setTop(this.#top + by);
    this.#setHeight(this.#isLast ? this.#bottom : Math.max(this.#height, this.#bottom + clientHeight));
    scroller.scrollTop = scrollTop + by;
  }

  #setTop(top: number): void {
    this.#top = top;
    this.#parts.block.style.top = `${top}px`;
  }

  #setHeight(height: number): void {
    this.#height = height;
    this.#parts.spacer.style.height = `${height}px`;
  }
}
