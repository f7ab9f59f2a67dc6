/**
 * What the service worker does with a request:
 * `page` asks the network and falls back on the installed page; `kept` never asks for what it has, since the
 * name carries a hash; `fresh` asks the network and falls back on the last answer; `pass` keeps out of it.
 */
export type Strategy = 'page' | 'kept' | 'fresh' | 'pass';

export interface Asked {
  readonly method: string;
  readonly url: string;
  /** Of the request: `navigate` when a person opens the address. */
  readonly mode: string;
  /** A request for a part of a file cannot be answered from a whole kept copy. */
  readonly partial: boolean;
}

/** Of the page's own files, the ones that the list does not name but may be kept: models, icons. */
const freshFolders = /^(models\/|favicon|icon|manifest\.webmanifest$)/;

/** `scope` is the folder that the page lives in, as an absolute address that ends with a slash. */
export function chooseStrategy(asked: Asked, scope: string, hashed: ReadonlySet<string>): Strategy {
  if (asked.method !== 'GET' || asked.partial || !asked.url.startsWith(scope)) return 'pass';
  const path = asked.url.slice(scope.length).replace(/[?#].*$/, '');
  if (hashed.has(path)) return 'kept';
  if (freshFolders.test(path)) return 'fresh';
  if (asked.mode === 'navigate' && !/^(healthz|api(\/|$)|assets\/)|\.\w+$/.test(path)) return 'page';
  return 'pass';
}
