import { fault, type Result } from '../../shared/fault.ts';

/** Longest link that is handed out, in characters; browsers and chat programs cut longer ones. */
export const longestLink = 32_000;
/** More than any link of ours unpacks to; a hostile one stops here instead of filling the memory. */
const mostUnpacked = 4_000_000;

const prefix = '#v1.';

/** Data as a URL fragment: JSON, deflated, base64url, with a format version before it. `too-large` past `longestLink`. */
export async function packLink(data: unknown): Promise<Result<string>> {
  const json = new TextEncoder().encode(JSON.stringify(data));
  const packed = await collect(
    new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    Infinity,
  );
  const fragment = prefix + toBase64Url(packed);
  if (fragment.length > longestLink) {
    return {
      ok: false,
      fault: fault('too-large', 'the link would be too long', {
        characters: fragment.length,
        limit: longestLink,
      }),
    };
  }
  return { ok: true, value: fragment };
}

/** The JSON value that `packLink` was given; `unreadable-link` for anything else. */
export async function unpackLink(fragment: string): Promise<Result<unknown>> {
  const unreadable = (why: string): Result<unknown> => ({ ok: false, fault: fault('unreadable-link', why) });
  if (!fragment.startsWith(prefix)) return unreadable('not a link of this version');
  try {
    const bytes = fromBase64Url(fragment.slice(prefix.length));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const json = await collect(stream, mostUnpacked);
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)) };
  } catch (error) {
    return unreadable(String(error));
  }
}

async function collect(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError(`unpacks to more than ${most} bytes`);
    }
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  // subtle: String.fromCharCode takes its arguments on the stack, so the bytes go in by portions.
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
