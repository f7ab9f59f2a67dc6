import * as v from 'valibot';
import type { CounterStore } from './counter-store.ts';

/** Runs a Lua script on one key, by itself: no other command comes in between. */
export type RunScript = (script: string, key: string, args: readonly string[]) => Promise<unknown>;

const add = `
local value = redis.call('INCRBY', KEYS[1], ARGV[1])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return value`;

/** Places by the moment at which each is free again; the clock is Redis's, which all servers share. */
const hold = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return redis.call('ZCARD', KEYS[1])`;

const release = `return redis.call('ZREM', KEYS[1], ARGV[1])`;

/** Counts in Redis or Valkey, for several servers. Each is one script, so that what two servers add at once is added twice. */
export function redisStore(run: RunScript): CounterStore {
  const ask = async (script: string, name: string, ...args: readonly (string | number)[]): Promise<number> =>
    v.parse(v.number(), await run(script, `tokenscope:${name}`, args.map(String)));
  return {
    add: (name, amount, lifetime) => ask(add, name, amount, lifetime),
    hold: (name, holder, lifetime) => ask(hold, name, holder, lifetime),
    async release(name, holder) {
      await ask(release, name, holder);
    },
  };
}
