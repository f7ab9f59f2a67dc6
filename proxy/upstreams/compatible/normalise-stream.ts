import { createParser, type EventSourceParser } from 'eventsource-parser';
import type { UpstreamConfig } from '../../config/config.ts';
import { BrokenAnswer, describeBroken } from './broken.ts';
import { errorIn } from './error-in.ts';

/**
 * The events of a stream, each one changed by `normalise`, read only as fast as the client reads. An upstream that breaks off, or
 * says what is no JSON, ends the stream with an event that holds an error, and without `[DONE]`. No event may be longer than `most`.
 */
export function normaliseStream(
  config: UpstreamConfig,
  body: ReadableStream<Uint8Array>,
  normalise: (chunk: unknown) => unknown,
  most: number,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const events = new EventChanger(config, normalise, most);
  return new ReadableStream(
    {
      async pull(controller) {
        let made = events.take();
        try {
          while (made === '' && events.end === undefined) {
            const { done, value } = await reader.read();
            if (done) events.finish(decoder.decode());
            else events.add(decoder.decode(value, { stream: true }));
            made = events.take();
          }
        } catch (error) {
          made = events.take() + eventOf({ error: describeBroken(config.name, error) });
          events.end = 'error';
        }
        if (made !== '') controller.enqueue(encoder.encode(made));
        if (events.end === undefined) return;
        controller.close();
        if (events.end === 'done') void readRest(reader);
        else await reader.cancel().catch(() => undefined);
      },
      async cancel(reason) {
        await reader.cancel(reason).catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Text of a stream in, text of the changed stream out. */
class EventChanger {
  /** Nothing follows: after `[DONE]`, after an error, or because no more has come. */
  end: 'done' | 'error' | 'cut' | undefined;
  readonly #config: UpstreamConfig;
  readonly #normalise: (chunk: unknown) => unknown;
  readonly #parser: EventSourceParser;
  #made = '';
  #isEnding = false;

  constructor(config: UpstreamConfig, normalise: (chunk: unknown) => unknown, most: number) {
    this.#config = config;
    this.#normalise = normalise;
    this.#parser = createParser({
      maxBufferSize: most,
      onEvent: ({ data }) => this.#event(data),
      // That work goes on is of use to the client; what a comment says besides is the upstream's own affair.
      onComment: () => {
        if (this.end === undefined) this.#made += ':\n';
      },
      onError: ({ type, field, value }) => {
        if (type === 'max-buffer-size-exceeded') throw new BrokenAnswer('too_large');
        if (type !== 'unknown-field') return;
        // Older llama.cpp says `error: {…}` where others say `data: {"error": …}`.
        if (field === 'error') this.#event(`{"error":${value}}`);
        else if (this.#isEnding && this.end === undefined) throw new BrokenAnswer('broken_answer');
      },
    });
  }

  #event(data: string): void {
    if (this.end !== undefined) return;
    if (data === '[DONE]') {
      this.#made += 'data: [DONE]\n\n';
      this.end = 'done';
      return;
    }
    const chunk = parsed(data);
    const failed = errorIn(this.#config, chunk);
    this.#made += eventOf(failed === undefined ? this.#normalise(chunk) : { error: failed.error });
    if (failed !== undefined) this.end = 'error';
  }

  add(text: string): void {
    this.#parser.feed(text);
  }

  /** A server may leave out the empty line after its last event. */
  finish(text: string): void {
    this.#isEnding = true;
    this.#parser.feed(`${text}\n\n`);
    this.end ??= 'cut';
  }

  take(): string {
    const made = this.#made;
    this.#made = '';
    return made;
  }
}

function eventOf(chunk: unknown): string {
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    throw new BrokenAnswer('broken_answer');
  }
}

/** After `[DONE]` the end comes at once as a rule; reading it keeps the connection for the next request. */
async function readRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    for (let reads = 0; reads < 16; reads++) if ((await reader.read()).done) return;
    await reader.cancel();
  } catch {
    // The answer was complete without it.
  }
}
