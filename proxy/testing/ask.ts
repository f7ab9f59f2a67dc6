import { request, type IncomingHttpHeaders } from 'node:http';

export interface Asked {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  /** False when the connection ended before the answer did. */
  readonly complete: boolean;
}

export interface Question {
  readonly method?: string;
  /** As they are sent; `host` and `origin` too, which fetch would not let a test choose. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is a text. */
  readonly body?: unknown;
}

/** One request on a connection of its own, as a program would send it that means no good. */
export function ask(address: string, { method, headers, body }: Question = {}): Promise<Asked> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      address,
      {
        method: method ?? (text === undefined ? 'GET' : 'POST'),
        agent: false,
        headers: {
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
          ...headers,
        },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        // After an answer that was cut off comes 'error', and then 'close' all the same.
        answer.on('error', () => undefined);
        answer.on('close', () => {
          const all = Buffer.concat(chunks);
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: all,
            text: all.toString(),
            complete: answer.complete,
          });
        });
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}
