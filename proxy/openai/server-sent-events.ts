/**
 * A stream of events, one per value, and `[DONE]` at the end. Values are asked for only as fast as they are read; a reader
 * that leaves ends the source.
 */
export function eventStream(values: AsyncIterable<unknown>): Response {
  const encoder = new TextEncoder();
  const source: AsyncIterator<unknown, unknown> = values[Symbol.asyncIterator]();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next();
      const data = done === true ? '[DONE]' : JSON.stringify(value);
      controller.enqueue(encoder.encode(`data: ${data}\n\n`));
      if (done === true) controller.close();
    },
    async cancel() {
      await source.return?.();
    },
  });
  return new Response(stream, {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
