import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const local = ['localhost', '127.0.0.1', '[::1]'];
const quiet = { accessToken: undefined, redisUrl: undefined, log: 'off' };
const token = '0123456789abcdef';

function messageOf(env: Record<string, string>, args: readonly string[] = []): string {
  const settings = readSettings(env, args);
  return settings.ok ? '' : settings.fault.message;
}

test('ALLOWED_HOSTS adds names', () => {
  const settings = readSettings({ ALLOWED_HOSTS: 'Tokens.example.org, laptop.local' });
  expect(settings.ok && settings.value.hosts).toEqual([...local, 'tokens.example.org', 'laptop.local']);
});

test('without PORT and HOST the page is at 127.0.0.1:8787, for this machine, without a token or a log', () => {
  const value = { port: 8787, host: '127.0.0.1', hosts: local, ...quiet };
  expect(readSettings({})).toEqual({ ok: true, value });
  const empty = { PORT: '', HOST: ' ', ACCESS_TOKEN: '', REDIS_URL: '', LOG: '' };
  expect(readSettings(empty)).toEqual({ ok: true, value });
});

test('PORT and HOST are taken as written; what others reach is logged', () => {
  expect(readSettings({ PORT: '9000', HOST: '0.0.0.0', ACCESS_TOKEN: token })).toEqual({
    ok: true,
    value: {
      port: 9000,
      host: '0.0.0.0',
      hosts: [...local, '0.0.0.0'],
      accessToken: token,
      redisUrl: undefined,
      log: 'json',
    },
  });
});

test.each(['eighty', '80.5', '-1', '65536', '1e3', '0x50', '999999'])(
  'PORT=%s is refused with what would be accepted',
  (PORT) => {
    expect(messageOf({ PORT })).toContain('a whole number from 0 to 65535');
  },
);

test.each(['0.0.0.0', '::', '192.168.1.7', 'laptop.local', '127.evil.example', '128.0.0.1'])(
  'HOST=%s needs a token or --open, and says so',
  (HOST) => {
    expect(messageOf({ HOST })).toContain('Set ACCESS_TOKEN to at least 16 characters');
    expect(messageOf({ HOST })).toContain(`HOST=${HOST} npm start -- --open`);
    expect(readSettings({ HOST }, ['--open']).ok).toBe(true);
    expect(readSettings({ HOST, ACCESS_TOKEN: token }).ok).toBe(true);
  },
);

test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('HOST=%s is this machine alone', (HOST) => {
  expect(readSettings({ HOST }).ok).toBe(true);
});

test('a token that is short, or that no header carries, is refused and not repeated', () => {
  for (const ACCESS_TOKEN of [token.slice(1), `${token} ${token}`, `${token}é`, `${token}\n`]) {
    const message = messageOf({ ACCESS_TOKEN });
    expect(message).toContain('at least 16 characters');
    expect(message).not.toContain(ACCESS_TOKEN);
  }
});

test('LOG and arguments are checked', () => {
  expect(readSettings({ LOG: 'json' })).toMatchObject({ value: { log: 'json' } });
  expect(readSettings({ LOG: 'off', HOST: '::' }, ['--open'])).toMatchObject({ value: { log: 'off' } });
  expect(messageOf({ LOG: 'text' })).toContain('json or off');
  expect(messageOf({}, ['--opne'])).toBe('There is no "--opne": --open is accepted.');
});
