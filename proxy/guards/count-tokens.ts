import * as v from 'valibot';

/** Bytes of a whole answer that are kept to read its usage from; a longer one does not say. */
const longest = 16_000_000;

const withUsage = v.object({ usage: v.object({ completion_tokens: v.number() }) });

interface TokenCount {
  chunk(bytes: Uint8Array): void;
  /** So far; undefined when the answer does not say. */
  made(): number | undefined;
}

/** Of an answer that comes whole: it says itself how many it made. */
export function countFromUsage(): TokenCount {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  return {
    chunk(bytes) {
      size += bytes.length;
      text = size > longest ? '' : text + decoder.decode(bytes, { stream: true });
    },
    made() {
      try {
        return Math.max(0, Math.ceil(v.parse(withUsage, JSON.parse(text)).usage.completion_tokens));
      } catch {
        return undefined;
      }
    },
  };
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const colon = 0x3a;

/** Of a stream: an event is a token, more or less. What begins with a colon is a comment, which keeps a connection alive. */
export function countEvents(): TokenCount {
  let events = 0;
  /** Whether the bytes before were the end of a line, and the first one of this event. */
  let isLineEnd = true;
  let first = 0;
  return {
    chunk(bytes) {
      for (const byte of bytes) {
        if (byte === carriageReturn) continue;
        if (byte !== newline) {
          if (first === 0) first = byte;
          isLineEnd = false;
        } else if (!isLineEnd) {
          isLineEnd = true;
        } else {
          if (first !== 0 && first !== colon) events += 1;
          first = 0;
        }
      }
    },
    made: () => events,
  };
}
