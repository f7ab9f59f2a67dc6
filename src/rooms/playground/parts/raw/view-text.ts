import type { Exchange } from '../../../../engines/live/exchange.ts';
import { asCurl, asPython, asTypeScript } from '../../../../engines/live/snippets.ts';
import { indentJson } from './indent-json.ts';

export const rawViews = ['request', 'response', 'curl', 'python', 'typescript'] as const;
export type RawView = (typeof rawViews)[number];

/** What one view of an exchange shows and copies; empty when nothing was sent or came back. */
export function viewText(exchange: Exchange, view: RawView, origin: string): string {
  switch (view) {
    case 'request': {
      if (exchange.requestBody === undefined) return '';
      const sent = JSON.stringify(exchange.requestBody);
      return indentJson(sent) ?? sent;
    }
    case 'response':
      return indentJson(exchange.responseBody) ?? exchange.responseBody;
    case 'curl':
      return asCurl(exchange, origin);
    case 'python':
      return asPython(exchange, origin);
    case 'typescript':
      return asTypeScript(exchange, origin);
  }
}
