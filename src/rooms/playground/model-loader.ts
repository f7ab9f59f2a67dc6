import type { StoreApi } from 'zustand/vanilla';
import type { ModelEngine } from '../../engines/model/engine.ts';
import type { RoomServices } from '../../state/room-services.ts';
import { standIn, type ModelId } from './models.ts';
import type { NoticeBody, PlaygroundState } from './playground-state.ts';
import { faultOf } from '../../state/fault-of.ts';

interface Opening {
  readonly engine: Promise<ModelEngine>;
  readonly giveUp: AbortController;
}

/** What the loader tells of. */
interface Told {
  /** Another model answers from now on. */
  readonly onAnswering: () => void;
  readonly notify: (body: NoticeBody) => void;
}

/**
 * Opens the chosen model, keeps every model that is open, and says which one answers: while the chosen one comes, or when
 * it cannot be had, the one that answered before goes on, and at the very start the stand-in, which is loaded first.
 */
export function createModelLoader(
  store: StoreApi<PlaygroundState>,
  openModel: RoomServices['openModel'],
  { onAnswering, notify }: Told,
) {
  const open = new Map<ModelId, ModelEngine>();
  const opening = new Map<ModelId, Opening>();
  let engine: ModelEngine | undefined;
  let turn = 0;

  function bring(id: ModelId): Promise<ModelEngine> {
    const there = open.get(id);
    if (there !== undefined) return Promise.resolve(there);
    const under = opening.get(id);
    if (under !== undefined) return under.engine;
    const giveUp = new AbortController();
    const mine = { giveUp, engine: openNew(id, giveUp.signal) };
    opening.set(id, mine);
    const over = (): void => {
      if (opening.get(id) === mine) opening.delete(id);
    };
    mine.engine.then(over, over);
    return mine.engine;
  }

  async function openNew(id: ModelId, signal: AbortSignal): Promise<ModelEngine> {
    const made = await openModel(id, {
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) store.setState({ loading: { id, ...progress } });
      },
    });
    if (signal.aborted) made.close();
    signal.throwIfAborted();
    open.set(id, made);
    return made;
  }

  function letAnswer(id: ModelId, made: ModelEngine): void {
    if (engine === made) return;
    engine = made;
    store.setState({ answering: { ...made.info, id } });
    onAnswering();
  }

  function giveUpAllBut(...wanted: readonly ModelId[]): void {
    for (const [id, { giveUp }] of opening) {
      if (wanted.includes(id)) continue;
      opening.delete(id);
      giveUp.abort();
    }
  }

  /** Brings the chosen model. An older call is given up, what it was loading too unless it is still wanted. */
  async function load(): Promise<void> {
    const mine = ++turn;
    const { modelId, notices } = store.getState();
    const first = engine === undefined ? standIn : modelId;
    giveUpAllBut(modelId, first);
    store.setState({
      model: { phase: 'running' },
      loading: undefined,
      notices: notices.filter((notice) => !('unavailable' in notice)),
    });
    // When neither can be had, it is the chosen one whose fault is told.
    if (first !== modelId) {
      const made = await bring(first).catch(() => undefined);
      if (mine !== turn) return;
      if (made !== undefined) letAnswer(first, made);
    }
    try {
      const made = await bring(modelId);
      if (mine !== turn) return;
      store.setState({ model: { phase: 'done', value: made.info }, loading: undefined });
      letAnswer(modelId, made);
    } catch (error) {
      if (mine !== turn) return;
      const reason = faultOf(error);
      const { answering } = store.getState();
      store.setState({ model: { phase: 'failed', fault: reason }, loading: undefined });
      if (answering !== undefined) notify({ unavailable: modelId, answering: answering.id, reason });
    }
  }

  function choose(modelId: ModelId): Promise<void> {
    store.setState({ modelId });
    return load();
  }

  return {
    /** The one that answers. */
    engine: () => engine,
    load,
    choose,
    /** Stays with the model that answers. */
    cancel(): void {
      const { answering } = store.getState();
      if (answering !== undefined) void choose(answering.id);
    },
    stop(): void {
      turn++;
      giveUpAllBut();
      for (const each of open.values()) each.close();
    },
  };
}
