/** How a body is packed, by the name that HTTP uses for it. */
export type Coding = 'br' | 'gzip' | 'identity';

/** One file of the built page, with the copies that the build packed. */
export interface SiteFile {
  /** Value of Content-Type. */
  readonly type: string;
  /** Its name carries a hash of its content, so a copy never goes stale. */
  readonly immutable: boolean;
  /** Hash of the plain bytes, without quotes. */
  readonly hash: string;
  readonly bodies: ReadonlyMap<Coding, Uint8Array<ArrayBuffer>>;
}

/** The built page. Only what is in `files` can be served, so no path can climb out of the folder. */
export interface Site {
  /** index.html, with its nonce placeholder. */
  readonly index: string;
  /** By absolute path, such as `/assets/index-3f9a1c2b.js`. */
  readonly files: ReadonlyMap<string, SiteFile>;
}
