import type { Interval } from '../../../core/partial/partial-trace.ts';
import { valueOf } from '../../../state/async.ts';
import type { Cost } from '../../../engines/live/live-client.ts';
import { waited } from '../waited.ts';
import { livePick, takenAs } from './live-pick.ts';
import type { LiveTools } from './live-tools.ts';
import type { LiveEntry, LivePick, LiveState } from './live-state.ts';

/** Calls that a run may make before its cost has to be seen. */
const unasked = 5;

/** Adds a live model's tokens to the text: one at a time, or many, each of them a call. */
export function createStepper({ store, live, drawing, services }: LiveTools, settle: () => Promise<void>) {
  let running: AbortController | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(action: () => T): Promise<T> {
    const mine = turn.then(async () => {
      await settle();
      return action();
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  function add(pick: LivePick | undefined, by: LiveEntry['by']): boolean {
    if (pick?.kind !== 'token') return false;
    const { document, u, draws } = store.getState();
    const { log } = live.getState();
    const at = document.text.length;
    const entry: LiveEntry = {
      text: pick.text,
      bytes: pick.token.bytes,
      id: pick.token.id,
      at,
      end: at + pick.text.length,
      final: finalOf(live.getState(), pick.index, by),
      model: pick.token.logprob === undefined ? undefined : Math.exp(pick.token.logprob),
      by,
      u,
      draws,
    };
    live.setState({ log: [...standing(log, document.text), entry] });
    drawing.append(pick.text);
    return true;
  }

  const isReady = (): boolean => {
    const { answer } = live.getState();
    return answer.phase === 'done' && answer.value.text === store.getState().document.text;
  };

  function step(): Promise<boolean> {
    return inTurn(() => {
      if (!isReady()) return false;
      const { sampler, u } = store.getState();
      return add(livePick(live.getState(), u), sampler === 'there' ? 'provider' : 'draw');
    });
  }

  async function run(calls: number, signal: AbortSignal): Promise<void> {
    const { clock } = services;
    let due = clock.now();
    for (let made = 0; made < calls && !signal.aborted; made++) {
      if (!(await step()) || signal.aborted) return;
      due = Math.max(due + 1000 / store.getState().speed, clock.now());
      await waited(clock, due - clock.now(), signal);
    }
  }

  async function play(): Promise<void> {
    if (running !== undefined) return;
    running = new AbortController();
    const { signal } = running;
    live.setState({ planning: false });
    store.setState({ playing: true });
    try {
      await run(live.getState().playLength, signal);
    } finally {
      if (running?.signal === signal) pause();
    }
  }

  function pause(): void {
    if (running === undefined) return;
    running.abort();
    running = undefined;
    store.setState({ playing: false });
  }

  return {
    step,
    /** Adds a token of the list by hand. */
    take: (index: number): Promise<boolean> =>
      inTurn(() => {
        const said = valueOf(live.getState().answer);
        const token = said?.next.partial.known[index];
        if (!isReady() || said === undefined || token === undefined) return false;
        return add(takenAs(token, index, said), 'hand');
      }),
    /** Back to where an entry of the log was about to be added. */
    rewind(index: number): void {
      const { document } = store.getState();
      const log = standing(live.getState().log, document.text);
      const entry = log[index];
      if (entry === undefined) return;
      live.setState({ log: log.slice(0, index) });
      drawing.cutBack(entry.at, entry.u, entry.draws);
    },
    /** Plays at once when that is cheap, else shows first what it costs. */
    plan(): Promise<void> {
      if (live.getState().playLength <= unasked) return play();
      live.setState({ planning: true });
      return Promise.resolve();
    },
    play,
    pause,
    /** What a run of so many steps costs at most. A step reads all that stands before it. */
    cost(steps: number): Cost {
      const said = valueOf(live.getState().answer);
      const first = said?.next.usage?.promptTokens ?? Math.ceil(store.getState().document.text.length / 4);
      return { calls: steps, tokens: steps * (first + 1) + (steps * (steps - 1)) / 2 };
    },
  };
}

/** The entries whose text still stands where they put it, up to the first that was changed. */
export function standing(log: readonly LiveEntry[], text: string): readonly LiveEntry[] {
  const changed = log.findIndex((entry) => text.slice(entry.at, entry.end) !== entry.text);
  return changed === -1 ? log : log.slice(0, changed);
}

function finalOf({ trace }: LiveState, index: number, by: LiveEntry['by']): Interval | undefined {
  if (by === 'provider' || trace === undefined || !trace.ok) return undefined;
  return trace.value.tokens[index]?.final;
}
