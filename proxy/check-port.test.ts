import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { checkPort } from './check-port.ts';

const host = '127.0.0.1';

test('a free port can be used', async () => {
  expect(await checkPort({ port: 0, host })).toEqual({ ok: true, value: { port: 0, host } });
});

test('a taken port is named, with the next one as a way out', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, host, resolve));
  const { port } = other.address() as AddressInfo;
  const checked = await checkPort({ port, host });
  other.close();
  const next = port < 65_535 ? port + 1 : 8788;
  expect(checked).toMatchObject({
    ok: false,
    fault: {
      message: `Port ${port} is taken by another program. Stop that one, or choose another one, for example: PORT=${next} npm start`,
    },
  });
});

test('an address of another machine is refused', async () => {
  // 192.0.2.0/24 is set aside for documentation (RFC 5737): no machine has it.
  expect(await checkPort({ port: 0, host: '192.0.2.1' })).toMatchObject({
    ok: false,
    fault: { message: expect.stringContaining('not an address of this machine') as string },
  });
});
