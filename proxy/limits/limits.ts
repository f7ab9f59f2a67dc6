import type { CounterStore } from './counter-store.ts';

export interface LimitSettings {
  /** Requests a minute, for one client. */
  readonly requestsPerMinute: number;
  /** Requests at the same time, for one client. */
  readonly concurrent: number;
  /** Tokens a day, for one client and for all together: what a request may make at most is taken first, and what it did not make given back. */
  readonly tokensPerDay: number;
  readonly tokensPerDayInAll: number;
}

/** A request that was let in; both are to be called at most once. */
export interface Admission {
  readonly ok: true;
  /** It has made so many tokens. */
  used(tokens: number): Promise<void>;
  /** It is over. */
  leave(): Promise<void>;
}

export interface Refused {
  readonly ok: false;
  readonly reason: 'rate' | 'concurrency' | 'budget';
  /** Seconds after which it may be let in. */
  readonly retryAfter: number;
  /** What is accepted. */
  readonly limit: number;
}

const minute = 60_000;
const day = 86_400_000;
/** Longer than any request takes; after it a place that nobody left is free again. */
const longest = 3_600_000;

/** Who may ask how much. `now` in milliseconds since 1970: all servers that share a store count the same minutes and days. */
export function createLimits(settings: LimitSettings, store: CounterStore, now: () => number) {
  const { requestsPerMinute, concurrent, tokensPerDay, tokensPerDayInAll } = settings;

  /** Of a window that moves: what lies in the part of the last minute that it still covers counts by its share. */
  async function requestsInLastMinute(client: string): Promise<number> {
    const index = Math.floor(now() / minute);
    const share = (now() % minute) / minute;
    const [current, last] = await Promise.all([
      store.add(`rate:${client}:${index}`, 1, 2 * minute),
      store.add(`rate:${client}:${index - 1}`, 0, 2 * minute),
    ]);
    return current + last * (1 - share);
  }

  return {
    async enter(client: string, tokens: number): Promise<Admission | Refused> {
      if ((await requestsInLastMinute(client)) > requestsPerMinute) {
        const retryAfter = Math.ceil((minute - (now() % minute)) / 1000);
        return { ok: false, reason: 'rate', retryAfter, limit: requestsPerMinute };
      }
      const today = Math.floor(now() / day);
      const budgets = [
        { name: `tokens:${client}:${today}`, limit: tokensPerDay },
        { name: `tokens:all:${today}`, limit: tokensPerDayInAll },
      ];
      const give = (amount: number) => Promise.all(budgets.map(({ name }) => store.add(name, amount, day)));
      const spent = await give(tokens);
      const over = budgets.find(({ limit }, i) => spent[i]! > limit);
      if (over !== undefined) {
        await give(-tokens);
        const retryAfter = Math.ceil((day - (now() % day)) / 1000);
        return { ok: false, reason: 'budget', retryAfter, limit: over.limit };
      }
      const running = `running:${client}`;
      if ((await store.add(running, 1, longest)) > concurrent) {
        await Promise.all([store.add(running, -1, longest), give(-tokens)]);
        return { ok: false, reason: 'concurrency', retryAfter: 1, limit: concurrent };
      }
      return {
        ok: true,
        async used(made) {
          if (made !== tokens) await give(made - tokens);
        },
        async leave() {
          await store.add(running, -1, longest);
        },
      };
    },
  };
}

export type Limits = ReturnType<typeof createLimits>;
