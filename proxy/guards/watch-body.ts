interface Watcher {
  chunk(bytes: Uint8Array): void;
  /** Called once, before the reader learns of the end, or when it has left. */
  end(how: 'whole' | 'broken' | 'left'): Promise<void>;
}

/** The same bytes, asked for only as fast as they are read. */
export function watchBody(
  body: ReadableStream<Uint8Array>,
  { chunk, end }: Watcher,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let ended = false;
  async function over(how: Parameters<Watcher['end']>[0]): Promise<void> {
    if (ended) return;
    ended = true;
    await end(how);
  }
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            await over('whole');
            controller.close();
            return;
          }
          chunk(value);
          controller.enqueue(value);
        } catch (error) {
          await over('broken');
          controller.error(error);
        }
      },
      async cancel(reason) {
        // The source first: whoever watches it has then been told.
        await Promise.all([reader.cancel(reason), over('left')]);
      },
    },
    { highWaterMark: 0 },
  );
}
