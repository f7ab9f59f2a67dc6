import type { Exchange } from './exchange.ts';

/** The same request for a shell; the key is `$OPENAI_API_KEY`. `origin` as in `http://localhost:8787`. */
export function asCurl(exchange: Exchange, origin: string): string {
  return `curl '${origin}${exchange.path}'`;
}

/** The same request with OpenAI's client for Python. */
export function asPython(_exchange: Exchange, _origin: string): string {
  return '';
}

/** The same request with OpenAI's client for TypeScript. */
export function asTypeScript(_exchange: Exchange, _origin: string): string {
  return '';
}
