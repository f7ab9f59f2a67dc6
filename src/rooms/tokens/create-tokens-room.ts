import { createStore } from 'zustand/vanilla';
import { FaultError, fault, type Fault } from '../../../shared/fault.ts';
import type { ChatMessage } from '../../core/tokens/chat-format.ts';
import type { EncodingId, SpecialMode } from '../../core/tokens/encoding-ids.ts';
import { spell } from '../../core/tokens/spell.ts';
import { applyEdits } from '../../core/tokens/text-difference.ts';
import type { TextEdit } from '../../core/tokens/text-edit.ts';
import type { TokenizerEngine } from '../../engines/tokenizer/contract.ts';
import { faultOf } from '../../state/fault-of.ts';
import { failedFrom, idle, runningFrom, valueOf } from '../../state/async.ts';
import { isLink, packLink, unpackLink } from '../../state/link.ts';
import type { RoomServices } from '../../state/room-services.ts';
import { readStored, setAside, writeStored } from '../../state/storage.ts';
import { tokensKey } from '../../state/storage-keys.ts';
import { createTextFollower, type TextFollower } from '../../state/text-follower.ts';
import type { TokenSource } from '../../ui/tokens/token-source.ts';
import type { SplitId } from './compare/split-ids.ts';
import { choicesFromJson, choicesOf } from './keeping.ts';
import type { PriceRow } from './parts/price/price-row.ts';
import { initialTokensState, type Tab, type TokensState } from './tokens-state.ts';

/** Milliseconds of quiet before a change is written to this device. */
const quiet = 300;

/** The room without its view: a text that is read in one encoding, and what is chosen to look at it. */
export function createTokensRoom({
  tokenizer: openTokenizer,
  storage,
  clock,
}: Pick<RoomServices, 'tokenizer' | 'storage' | 'clock'>) {
  const store = createStore<TokensState>()(() => initialTokensState);
  let tokenizer: TokenizerEngine | undefined;
  let follower: TextFollower | undefined;
  let reading: AbortController | undefined;
  let cancelWrite: (() => void) | undefined;
  let notices = 0;

  function notify(reason: Fault): void {
    const notice = { key: ++notices, fault: reason };
    store.setState((state) => ({ notices: [...state.notices, notice] }));
  }

  /** Has the encoding of now loaded, then the text read in it. */
  async function load(): Promise<void> {
    const { encoding } = store.getState();
    reading?.abort();
    tokenizer?.close();
    follower = undefined;
    const mine = openTokenizer(encoding);
    tokenizer = mine;
    store.setState({ vocabulary: { phase: 'running' }, source: undefined, summary: idle });
    try {
      const vocabulary = await mine.vocabulary();
      if (mine !== tokenizer) return;
      follower = createTextFollower(mine.document(store.getState().special));
      store.setState({ vocabulary: { phase: 'done', value: vocabulary } });
      read();
    } catch (error) {
      if (mine === tokenizer) store.setState({ vocabulary: { phase: 'failed', fault: faultOf(error) } });
    }
  }

  /** Posts the text to the worker; its tokens can be asked for at once. */
  function read(): TokenSource | undefined {
    const { text, vocabulary: async } = store.getState();
    const vocabulary = valueOf(async);
    const mine = follower;
    if (vocabulary === undefined || mine === undefined) return undefined;
    reading?.abort();
    reading = new AbortController();
    const { signal } = reading;
    const summary = mine.follow(text, {
      signal,
      onProgress: (opening) => {
        if (!signal.aborted) store.setState({ opening });
      },
    });
    const source = {
      text,
      vocabulary,
      slice: (from: number, to: number, options?: { readonly signal?: AbortSignal }) =>
        mine.slice(text, from, to, options),
      sliceNow: (from: number, to: number) => mine.sliceNow(text, from, to),
    };
    store.setState((state) => ({ source, opening: undefined, summary: runningFrom(state.summary) }));
    summary.then(
      (value) => {
        if (signal.aborted) return;
        const [refused] = value.refused;
        store.setState({
          opening: undefined,
          summary:
            refused === undefined
              ? { phase: 'done', value }
              : { phase: 'failed', fault: fault('special-token-refused', refused.token, { ...refused }) },
        });
      },
      (error: unknown) => {
        if (!signal.aborted)
          store.setState((state) => ({ summary: failedFrom(state.summary, faultOf(error)) }));
      },
    );
    return source;
  }

  function setText(text: string): void {
    store.setState((state) => ({ text, replaced: state.text === '' ? undefined : state.text }));
    read();
  }

  function write(): void {
    cancelWrite?.();
    cancelWrite = undefined;
    const written = writeStored(storage, tokensKey, choicesOf(store.getState()));
    if (!written.ok) notify(written.fault);
  }

  const unsubscribe = store.subscribe((now, before) => {
    const kept = choicesOf(now);
    if (!Object.entries(kept).some(([name, value]) => before[name as keyof typeof kept] !== value)) return;
    cancelWrite?.();
    cancelWrite = clock.after(quiet, write);
  });

  function adopt(json: unknown, code: 'unreadable-link' | 'unreadable-storage'): boolean {
    const choices = choicesFromJson(json);
    if (choices.ok) store.setState(choices.value);
    else notify({ ...choices.fault, code });
    return choices.ok;
  }

  async function openLink(fragment: string): Promise<void> {
    if (!isLink(fragment)) return;
    const unpacked = await unpackLink(fragment);
    if (!unpacked.ok) notify(unpacked.fault);
    else if (adopt(unpacked.value, 'unreadable-link')) await load();
  }

  return {
    store,
    /** Restores what this device kept, then the link if there is one. */
    async start(fragment: string): Promise<void> {
      const stored = readStored(storage, tokensKey);
      if (!stored.ok) notify(stored.fault);
      else if (stored.value !== undefined && !adopt(stored.value, 'unreadable-storage'))
        setAside(storage, tokensKey);
      if (isLink(fragment)) await openLink(fragment);
      if (tokenizer === undefined) await load();
    },
    openLink,
    openTokenizer,
    link: () => packLink(choicesOf(store.getState())),
    /** Tells of a reader's change; gives where the tokens of the changed text can be asked for. */
    type(edits: readonly TextEdit[]): TokenSource | undefined {
      store.setState((state) => ({ text: applyEdits(state.text, edits) }));
      return read();
    },
    /** Another text, which is not the reader's own typing: what stood here is kept. */
    setText,
    bringBack(): void {
      const { replaced } = store.getState();
      if (replaced === undefined) return;
      store.setState({ text: replaced, replaced: undefined });
      read();
    },
    /** Gives up reading a long text; what stood here before comes back, or nothing. */
    cancelReading(): void {
      reading?.abort();
      setText(store.getState().replaced ?? '');
      store.setState({ replaced: undefined });
    },
    keepReplacing: () => store.setState({ replaced: undefined }),
    setEncoding(encoding: EncodingId): void {
      store.setState({ encoding });
      void load();
    },
    async setSpecial(special: SpecialMode): Promise<void> {
      store.setState({ special });
      try {
        await follower?.setSpecial(special);
      } catch (error) {
        return notify(faultOf(error));
      }
      read();
      return undefined;
    },
    setTab: (tab: Tab) => store.setState({ tab }),
    setCompared: (compared: readonly SplitId[]) => store.setState({ compared }),
    setWord: (word: string) => store.setState({ word }),
    setChat: (chat: readonly ChatMessage[]) => store.setState({ chat }),
    setWindow: (window: number) => store.setState({ window }),
    setPrices: (prices: readonly PriceRow[]) => store.setState({ prices }),
    setQuery: (query: string) => store.setState({ query }),
    /** Ids of texts that stand for themselves, with special tokens as plain text. */
    idsOf(texts: readonly string[]): Promise<Uint32Array[]> {
      const mine = tokenizer;
      if (mine === undefined) return Promise.reject(new FaultError(fault('offline', 'no encoding')));
      return Promise.all(texts.map((text) => mine.encode(text, 'text')));
    },
    /** All ids of the text as it stands. */
    ids(): Promise<Uint32Array> {
      const { text, special } = store.getState();
      if (tokenizer === undefined) return Promise.reject(new FaultError(fault('offline', 'no encoding')));
      return tokenizer.encode(text, special === 'refuse' ? 'text' : special);
    },
    /** The text that ids spell; bytes that make no character are told of as a fault. */
    takeIds(ids: readonly number[]): void {
      const vocabulary = valueOf(store.getState().vocabulary);
      if (vocabulary === undefined) return;
      setText(spell(vocabulary, ids).text);
    },
    retry: () => void load(),
    notify,
    dismiss: (key: number) =>
      store.setState(({ notices: all }) => ({ notices: all.filter((notice) => notice.key !== key) })),
    flush(): void {
      if (cancelWrite !== undefined) write();
    },
    stop(): void {
      if (cancelWrite !== undefined) write();
      unsubscribe();
      reading?.abort();
      tokenizer?.close();
    },
  };
}

export type TokensRoomModel = ReturnType<typeof createTokensRoom>;
