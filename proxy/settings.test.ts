import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const local = ['localhost', '127.0.0.1', '[::1]'];

test('ALLOWED_HOSTS adds names', () => {
  const settings = readSettings({ ALLOWED_HOSTS: 'Tokens.example.org, laptop.local' });
  expect(settings.ok && settings.value.hosts).toEqual([...local, 'tokens.example.org', 'laptop.local']);
});

test('without PORT and HOST the page is at 127.0.0.1:8787', () => {
  expect(readSettings({})).toEqual({ ok: true, value: { port: 8787, host: '127.0.0.1', hosts: local } });
  expect(readSettings({ PORT: '', HOST: ' ' })).toEqual({
    ok: true,
    value: { port: 8787, host: '127.0.0.1', hosts: local },
  });
});

test('PORT and HOST are taken as written', () => {
  expect(readSettings({ PORT: '9000', HOST: '0.0.0.0' })).toEqual({
    ok: true,
    value: { port: 9000, host: '0.0.0.0', hosts: [...local, '0.0.0.0'] },
  });
});

test.each(['eighty', '80.5', '-1', '65536', '1e3', '0x50', '999999'])(
  'PORT=%s is refused with what would be accepted',
  (PORT) => {
    const settings = readSettings({ PORT });
    expect(settings.ok).toBe(false);
    if (!settings.ok) expect(settings.fault.message).toContain('a whole number from 0 to 65535');
  },
);
