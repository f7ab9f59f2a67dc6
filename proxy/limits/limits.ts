import { StoreUnavailable, type CounterStore } from './counter-store.ts';
import { minute, untilRoom } from './until-room.ts';

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
  /** `unavailable`: the counts cannot be reached, and nobody is let in uncounted. */
  readonly reason: 'rate' | 'concurrency' | 'budget' | 'unavailable';
  /** Seconds after which it may be let in. */
  readonly retryAfter: number;
  /** What is accepted. */
  readonly limit: number;
}

const day = 86_400_000;
/** For how long a place is taken by a request of which nothing is heard: its server has died. */
const placeLifetime = 90_000;

/** How often places are to be kept, in milliseconds: two may fail before one is lost. */
export const keepEvery = 30_000;

/** Who may ask how much. `now` in milliseconds since 1970: all servers that share a store count the same minutes and days. */
export function createLimits(settings: LimitSettings, store: CounterStore, now: () => number) {
  const { requestsPerMinute, concurrent, tokensPerDay, tokensPerDayInAll } = settings;
  /** Places taken here, and whose they are. */
  const held = new Map<string, string>();

  /** Of a window that moves: what lies in the part of the last minute that it still covers counts by its share. */
  async function rate(client: string, isCounted: boolean): Promise<Refused | undefined> {
    const time = now();
    const index = Math.floor(time / minute);
    const name = `rate:${client}:${index}`;
    const [current, last] = await Promise.all([
      store.add(name, isCounted ? 1 : 0, 2 * minute),
      store.add(`rate:${client}:${index - 1}`, 0, 2 * minute),
    ]);
    const before = isCounted ? current - 1 : current;
    const wait = untilRoom({ current: before, last, into: time % minute, limit: requestsPerMinute });
    if (wait === 0) return undefined;
    if (isCounted) await store.add(name, -1, 2 * minute);
    return { ok: false, reason: 'rate', retryAfter: Math.ceil(wait / 1000), limit: requestsPerMinute };
  }

  async function admit(client: string, tokens: number): Promise<Admission | Refused> {
    const tooMany = await rate(client, true);
    if (tooMany !== undefined) return tooMany;
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
    const places = `places:${client}`;
    const holder = crypto.randomUUID();
    if ((await store.hold(places, holder, placeLifetime)) > concurrent) {
      await Promise.all([store.release(places, holder), give(-tokens)]);
      return { ok: false, reason: 'concurrency', retryAfter: 1, limit: concurrent };
    }
    held.set(holder, places);
    return {
      ok: true,
      async used(made) {
        if (made !== tokens) await orNothing(give(made - tokens));
      },
      async leave() {
        held.delete(holder);
        await orNothing(store.release(places, holder));
      },
    };
  }

  return {
    /** Lets a request in that may make so many tokens, or says why not. One too many in a minute is not counted itself. */
    enter: (client: string, tokens: number) => orUnavailable(admit(client, tokens)),
    /** Counts what is no request of the protocol, such as a guess at the token; uncounted, only asks whether there is room. */
    knock: (client: string, isCounted: boolean) => orUnavailable(rate(client, isCounted)),
    /** To be called every `keepEvery`: requests that take longer than a place lives keep theirs. */
    async keepPlaces(): Promise<void> {
      const kept = [...held].map(([holder, name]) => orNothing(store.hold(name, holder, placeLifetime)));
      await Promise.all(kept);
    },
  };
}

export type Limits = ReturnType<typeof createLimits>;

async function orUnavailable<T>(answer: Promise<T>): Promise<T | Refused> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return { ok: false, reason: 'unavailable', retryAfter: 5, limit: 0 };
  }
}

/** What an answer that has gone out already waits for: a store that is away then keeps what was taken until that dies. */
async function orNothing(change: Promise<unknown>): Promise<void> {
  try {
    await change;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
}
