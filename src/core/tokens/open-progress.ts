/** How far the opening of a text has come. */
export interface OpenProgress {
  /** UTF-16 units that are encoded, of how many. */
  readonly done: number;
  readonly total: number;
  /** Tokens of those units. */
  readonly tokens: number;
}
