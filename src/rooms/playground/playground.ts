import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TokenId } from '../../core/numbers/units.ts';
import { uniform } from '../../core/sampling/rng.ts';
import type { EncodingId, SpecialMode } from '../../core/tokens/encoding-ids.ts';
import type { TokenizerEngine } from '../../engines/tokenizer/contract.ts';
import { failedFrom, idle, runningFrom } from '../../state/async.ts';
import type { BiasEntry } from './bias-entries.ts';
import type { RoomServices } from '../../state/room-services.ts';
import { plainDocument, respelled } from './document.ts';
import { createDrawing } from './drawing.ts';
import { createKeeper } from './keeper.ts';
import type { ReadChoices } from './keeping.ts';
import { createModelLoader } from './model-loader.ts';
import type { ModelId } from './models.ts';
import { countsPrompt, historyLength } from './penalty-history.ts';
import { createPlayer } from './player.ts';
import {
  initialState,
  type Notice,
  type NoticeBody,
  type PlaygroundChoices,
  type PlaygroundState,
} from './playground-state.ts';
import { encodingIn } from './reading-encoding.ts';
import { faultOf } from '../../state/fault-of.ts';
import { createReader, type ReadingTools } from './reader.ts';
import type { SamplerSettings } from './sampler-settings.ts';
import { createTextFollower } from '../../state/text-follower.ts';
import { traceOf } from './trace-of.ts';
import { whenWanted } from './when-wanted.ts';

/** The whole room without its view: a store to read and the actions that change it. */
export function createPlayground(services: RoomServices) {
  const first = initialState(0);
  const store: StoreApi<PlaygroundState> = createStore<PlaygroundState>()(() => ({
    ...first,
    u: uniform(first.seed, 0),
  }));
  let tokenizer: TokenizerEngine | undefined;
  let texts: Omit<ReadingTools, 'model'> | undefined;
  let notices = 0;
  let stopped = false;

  const retrace = (fresh: boolean) => store.setState((state) => ({ trace: traceOf(state), fresh }));
  const reader = createReader(
    store,
    () => texts && { ...texts, model: loader.engine() },
    () => retrace(true),
    services.clock,
  );
  const loader = createModelLoader(store, services.openModel, {
    onAnswering: () => void reader.refresh(),
    notify,
  });
  const drawing = createDrawing(store, reader, () => encodingIn(store.getState()));
  const player = createPlayer(store, drawing, services.clock);
  const keeper = createKeeper(store, services.storage, services.clock, (fault) => notify({ fault }));
  const helpers = async () => (await import('./helpers.ts')).helpers;
  const comparer = whenWanted(
    store,
    (state) => state.encoding !== encodingIn(state),
    async () => (await helpers()).comparer(store, services.tokenizer),
    (fault) => notify({ fault }),
  );
  const inside = whenWanted(
    store,
    ({ insideOpen }) => insideOpen,
    async () => (await helpers()).inside(store, loader.engine),
    (fault) => store.setState({ inside: { phase: 'failed', fault } }),
  );
  const live = whenWanted(
    store,
    ({ live, prediction }) => live !== undefined || prediction.phase === 'done',
    async () => {
      const { createLiveRoom } = await import('./live/create-live-room.ts');
      return createLiveRoom({ store, drawing, services, notify, readIn });
    },
    (fault) => store.setState({ offers: { phase: 'failed', fault } }),
  );
  const surprise = whenWanted(
    store,
    ({ colours }) => colours === 'surprise',
    async () => (await helpers()).surprise(store, loader.engine, services.clock),
    (fault) => store.setState({ surprise: { phase: 'failed', fault } }),
  );

  function notify(body: NoticeBody): void {
    const notice: Notice = { ...body, key: ++notices };
    store.setState((state) => ({ notices: [...state.notices, notice] }));
  }

  async function loadVocabulary(): Promise<void> {
    const encoding = encodingIn(store.getState());
    const mine = (tokenizer ??= services.tokenizer(encoding));
    store.setState(({ vocabulary }) => ({ vocabulary: runningFrom(vocabulary) }));
    try {
      const vocabulary = await mine.vocabulary();
      if (mine !== tokenizer) return;
      const { document, special } = store.getState();
      const follower = createTextFollower(mine.document(special));
      texts = { vocabulary, follower };
      const spelled = respelled(document, vocabulary);
      store.setState({
        vocabulary: { phase: 'done', value: vocabulary },
        // A text that its exact ids do not spell was made elsewhere; the text is what the reader saw, so it wins.
        document:
          spelled.text === document.text ? spelled : { ...document, plain: document.text.length, exact: 0 },
      });
      void reader.refresh();
    } catch (error) {
      if (mine !== tokenizer) return;
      store.setState(({ vocabulary }) => ({ vocabulary: failedFrom(vocabulary, faultOf(error)) }));
    }
  }

  /** Has the text read in a live model's encoding, or in the page's own again. Tokens that were drawn become plain text. */
  function readIn(liveEncoding: EncodingId | undefined): void {
    const state = store.getState();
    const now = encodingIn({ ...state, liveEncoding });
    const before = encodingIn(state);
    if (now === before) return store.setState({ liveEncoding });
    tokenizer?.close();
    tokenizer = texts = undefined;
    reader.stop();
    drawing.forget();
    store.setState({
      liveEncoding,
      encoding: state.encoding === before ? now : state.encoding,
      document: plainDocument(state.document.text),
      vocabulary: idle,
      source: undefined,
      reading: idle,
      activeId: undefined,
      found: [],
    });
    void loadVocabulary();
  }

  /** A live model's answer takes the place of the page's own, or gives it back. */
  function chooseLive(name: string | undefined): void {
    if (store.getState().live === name) return;
    player.pause();
    store.getState().liveRoom?.pause();
    store.setState({ live: name, prediction: idle, trace: undefined, ended: false });
    if (name === undefined) readIn(undefined);
    else if (store.getState().offers.phase === 'failed') live.retry();
    void reader.refresh();
  }

  /** The live model's part of the room, while a live model is chosen. */
  function liveNow() {
    const { live: chosen, liveRoom } = store.getState();
    return chosen === undefined ? undefined : liveRoom;
  }

  function adopt({ choices, faults }: ReadChoices): void {
    for (const fault of faults) notify({ fault });
    store.setState(choices);
  }

  async function openLink(fragment: string): Promise<boolean> {
    const read = await keeper.fromLink(fragment);
    if (read === undefined) return false;
    const before: PlaygroundChoices = store.getState();
    adopt(read);
    if (Object.keys(read.choices).length === 0) return true;
    keeper.keepForBringingBack(before);
    notify({ said: 'opened-from-link' });
    afterAdopting();
    return true;
  }

  function afterAdopting(): void {
    player.pause();
    drawing.forget();
    void loader.load();
    void applySpecial();
  }

  /** Has the model's text read with the special-token mode of now. */
  async function applySpecial(): Promise<void> {
    try {
      await texts?.follower.setSpecial(store.getState().special);
    } catch (error) {
      if (!stopped) notify({ fault: faultOf(error) });
    }
    if (!stopped) await reader.refresh();
  }

  return {
    store,
    step: () => liveNow()?.step() ?? drawing.step(),
    take: drawing.take,
    type: drawing.type,
    replaceText: drawing.replace,
    rewind: drawing.rewind,
    undo: drawing.undo,
    newDraw: drawing.newDraw,
    setU: drawing.setU,
    setSeed: drawing.setSeed,
    play: () => liveNow()?.plan() ?? player.play(),
    pause(): void {
      player.pause();
      store.getState().liveRoom?.pause();
    },
    link: keeper.link,
    openLink,
    /** Restores what this device kept, then the link if there is one, then loads encoding and model. */
    async start(fragment: string): Promise<void> {
      adopt(keeper.fromDevice());
      const loading = Promise.all([loadVocabulary(), loader.load()]);
      await openLink(fragment);
      await loading;
    },
    retry(): void {
      const { vocabulary, model, answering } = store.getState();
      if (vocabulary.phase === 'failed') void loadVocabulary();
      if (model.phase === 'failed') void loader.load();
      if (vocabulary.phase === 'done' && answering !== undefined) void reader.refresh();
    },
    /** The text, the settings, the bias, the window and u stay as they are. */
    chooseModel(id: ModelId): Promise<void> {
      chooseLive(undefined);
      return loader.choose(id);
    },
    chooseLive,
    setSampler: (sampler: PlaygroundState['sampler']) => store.setState({ sampler }),
    setRawOpen: (rawOpen: boolean) => store.setState({ rawOpen }),
    setPathsOpen: (pathsOpen: boolean) => store.setState({ pathsOpen }),
    /** Gives up loading the chosen model; the one that answers is chosen instead. */
    cancelModel: loader.cancel,
    setColours: (colours: PlaygroundState['colours']) => store.setState({ colours }),
    weighAgain: surprise.retry,
    setInsideOpen: (insideOpen: boolean) => store.setState({ insideOpen }),
    lookAgain: inside.retry,
    setSettings(settings: SamplerSettings): void {
      const before = store.getState().settings;
      store.setState({ settings });
      const sameHistory =
        historyLength(before) === historyLength(settings) && countsPrompt(before) === countsPrompt(settings);
      if (sameHistory) retrace(false);
      else void reader.refresh();
    },
    setBias(bias: readonly BiasEntry[]): void {
      store.setState({ bias });
      retrace(false);
    },
    setWindow(windowSize: number | undefined): void {
      store.setState({ windowSize });
      void reader.refresh();
    },
    setEncoding: (encoding: EncodingId) => store.setState({ encoding }),
    setSpecial(special: SpecialMode): Promise<void> {
      store.setState({ special });
      return applySpecial();
    },
    setScale: (scale: PlaygroundState['scale']) => store.setState({ scale }),
    setSpeed: (speed: number) => store.setState({ speed }),
    setPastEnd: (pastEnd: boolean) => store.setState({ pastEnd }),
    setActive: (activeId: TokenId | undefined) => store.setState({ activeId }),
    find: (id: TokenId) =>
      store.setState(({ found }) => ({ found: [id, ...found.filter((old) => old !== id)] })),
    unfind: (id: TokenId) => store.setState(({ found }) => ({ found: found.filter((old) => old !== id) })),
    /** Ids of a text that stands for itself, such as a word to bias, in the model's encoding. */
    async encode(text: string): Promise<Uint32Array> {
      tokenizer ??= services.tokenizer(encodingIn(store.getState()));
      return tokenizer.encode(text, 'text');
    },
    notify,
    dismiss: (key: number) =>
      store.setState(({ notices: all }) => ({ notices: all.filter((notice) => notice.key !== key) })),
    bringBack(): void {
      adopt(keeper.bringBack());
      store.setState(({ notices: all }) => ({ notices: all.filter((notice) => !('said' in notice)) }));
      afterAdopting();
    },
    flush: keeper.flush,
    stop(): void {
      stopped = true;
      player.pause();
      keeper.flush();
      keeper.stop();
      reader.stop();
      comparer.stop();
      inside.stop();
      live.stop();
      surprise.stop();
      tokenizer?.close();
      loader.stop();
    },
  };
}

export type Playground = ReturnType<typeof createPlayground>;
