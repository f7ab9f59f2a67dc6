import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('without PORT and HOST the page is at 127.0.0.1:8787', () => {
  expect(readSettings({})).toEqual({ ok: true, value: { port: 8787, host: '127.0.0.1' } });
  expect(readSettings({ PORT: '', HOST: ' ' })).toEqual({
    ok: true,
    value: { port: 8787, host: '127.0.0.1' },
  });
});

test('PORT and HOST are taken as written', () => {
  expect(readSettings({ PORT: '9000', HOST: '0.0.0.0' })).toEqual({
    ok: true,
    value: { port: 9000, host: '0.0.0.0' },
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
