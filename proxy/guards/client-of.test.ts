import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { clientOf } from './client-of.ts';

async function clientIn(trustProxy: boolean, forwarded?: string): Promise<string> {
  const app = new Hono();
  const client = clientOf(() => '10.0.0.1', trustProxy);
  app.get('/', (c) => c.text(client(c)));
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
  return (await app.request('/', { headers })).text();
}

test('a client is its connection’s address, whatever it says of itself', async () => {
  expect(await clientIn(false, '203.0.113.7')).toBe('10.0.0.1');
});

test('a trusted proxy tells the client last; what stands before, the client may have written', async () => {
  expect(await clientIn(true, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
  expect(await clientIn(true, '203.0.113.7, 2001:db8::1')).toBe('2001:db8:0:0::/64');
});

test('a trusted proxy that tells nothing is the client itself', async () => {
  expect(await clientIn(true)).toBe('10.0.0.1');
  expect(await clientIn(true, '')).toBe('10.0.0.1');
});
