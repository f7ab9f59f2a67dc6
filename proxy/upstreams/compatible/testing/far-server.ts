import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Upstream } from '../../upstream.ts';
import { compatibleUpstream } from '../compatible.ts';

export type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export interface FarServer {
  readonly upstream: Upstream;
  /** Addresses of requests whose client left before the end of the answer. */
  readonly left: readonly string[];
  close(): void;
}

/** A secret that no answer may hold. */
export const farKey = 'sk-very-secret-0123456789';

/** A real server that does what it is told, and the upstream `far` that asks it. */
export async function farServer(
  answer: Answer,
  timeouts = { firstByte: 2000, idle: 2000 },
): Promise<FarServer> {
  const left: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => answer(request, response, body));
    response.on('close', () => !response.writableFinished && left.push(request.url ?? ''));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}/v1`;
  const config = { name: 'far', preset: undefined, baseUrl, key: farKey, models: undefined };
  return {
    upstream: compatibleUpstream(config, timeouts, fetch),
    left,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers with JSON. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
