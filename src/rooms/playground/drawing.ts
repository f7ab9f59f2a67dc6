import type { StoreApi } from 'zustand/vanilla';
import type { TokenId } from '../../core/numbers/units.ts';
import { drawFromTrace } from '../../core/sampling/draw.ts';
import { uniform } from '../../core/sampling/rng.ts';
import { entropy } from '../../core/numbers/entropy.ts';
import type { EncodingId } from '../../core/tokens/encoding-ids.ts';
import { valueOf } from '../../state/async.ts';
import { endOfText } from './end-of-text.ts';
import { appendToken, edited, rewound, type PlayDocument } from './document.ts';
import type { TextEdit } from '../../core/tokens/text-edit.ts';
import type { PlaygroundState } from './playground-state.ts';
import type { Reader } from './reader.ts';

/** Where things stood before an action; a step needs no copy of the text, only its last token taken back. */
type Before =
  | { readonly kind: 'step'; readonly u: number; readonly draws: number }
  | {
      readonly kind: 'typing' | 'other';
      readonly document: PlayDocument;
      readonly u: number;
      readonly draws: number;
    };

/** Everything that moves the needle or makes the text longer or shorter, each undone by `undo`. */
export function createDrawing(store: StoreApi<PlaygroundState>, reader: Reader, encoding: () => EncodingId) {
  const past: Before[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  function remember(before: Before): void {
    // A run of typing is one thing to undo.
    const newest = past.at(-1);
    if (before.kind !== 'typing' || newest?.kind !== 'typing') past.push(before);
    store.setState({ undoable: past.length });
  }

  function snapshot(kind: 'typing' | 'other'): Before {
    const { document, u, draws } = store.getState();
    return { kind, document, u, draws };
  }

  function add(id: TokenId, by: 'draw' | 'hand'): boolean {
    const { trace, prediction, document, vocabulary, u, seed, draws } = store.getState();
    const bytes = valueOf(vocabulary);
    const maker = valueOf(prediction)?.maker.id;
    if (trace === undefined || bytes === undefined || maker === undefined) return false;
    const { probabilities } = trace.model;
    const token = {
      id,
      u,
      draws,
      by,
      maker,
      model: probabilities[id]!,
      final: trace.probabilityOf(id),
      entropy: entropy(probabilities),
    };
    remember({ kind: 'step', u, draws });
    store.setState({
      document: appendToken(document, token, bytes),
      draws: draws + 1,
      u: uniform(seed, draws + 1),
      ended: id === endOfText[encoding()],
    });
    void reader.refresh();
    return true;
  }

  /** Runs when all before it is over and the model has answered for the text as it then stands. */
  function inTurn<T>(action: () => T): Promise<T> {
    const mine = turn.then(async () => {
      await reader.settle();
      return action();
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    /** Appends the token under the needle and draws the next u. Resolves to whether there was one. */
    step: () =>
      inTurn(() => {
        const { trace, u, prediction } = store.getState();
        if (trace === undefined || prediction.phase !== 'done') return false;
        return add(drawFromTrace(trace, u), 'draw');
      }),
    /** Appends a token of the reader's choice, removed ones too. */
    take: (id: TokenId) => inTurn(() => store.getState().prediction.phase === 'done' && add(id, 'hand')),
    type(edits: readonly TextEdit[]): void {
      remember(snapshot('typing'));
      store.setState({ document: edited(store.getState().document, edits), ended: false });
      void reader.refresh(true);
    },
    /** Appends text that is no token of the page's own, such as a live model's, and draws the next u. */
    append(insert: string): void {
      remember(snapshot('other'));
      const { document, seed, draws } = store.getState();
      const at = document.text.length;
      store.setState({
        document: edited(document, [{ from: at, to: at, insert }]),
        draws: draws + 1,
        u: uniform(seed, draws + 1),
        ended: false,
      });
      void reader.refresh();
    },
    /** The text up to a place, with the u that stood there. */
    cutBack(at: number, u: number, draws: number): void {
      remember(snapshot('other'));
      const { document } = store.getState();
      const to = document.text.length;
      store.setState({ document: edited(document, [{ from: at, to, insert: '' }]), u, draws, ended: false });
      void reader.refresh();
    },
    replace(document: PlayDocument): void {
      remember(snapshot('other'));
      store.setState({ document, ended: false });
      void reader.refresh();
    },
    /** Back to where the drawn token number `index` was about to be drawn, with the u that drew it. */
    rewind(index: number): void {
      const { document, vocabulary } = store.getState();
      const bytes = valueOf(vocabulary);
      const token = document.drawn[index];
      if (bytes === undefined || token === undefined) return;
      remember(snapshot('other'));
      store.setState({
        document: rewound(document, index, bytes),
        u: token.u,
        draws: token.draws,
        ended: false,
      });
      void reader.refresh();
    },
    undo(): void {
      const before = past.pop();
      const { document, vocabulary } = store.getState();
      const bytes = valueOf(vocabulary);
      if (before === undefined || bytes === undefined) return;
      const earlier =
        before.kind === 'step' ? rewound(document, document.drawn.length - 1, bytes) : before.document;
      store.setState({
        document: earlier,
        u: before.u,
        draws: before.draws,
        ended: false,
        undoable: past.length,
      });
      void reader.refresh();
    },
    newDraw(): void {
      store.setState(({ seed, draws }) => ({ draws: draws + 1, u: uniform(seed, draws + 1) }));
    },
    setU(u: number): void {
      if (!(u >= 0 && u < 1)) throw new RangeError(`u is ${u}; it lies in [0, 1)`);
      store.setState({ u });
    },
    setSeed(seed: number): void {
      store.setState({ seed, draws: 0, u: uniform(seed, 0) });
    },
    forget(): void {
      past.length = 0;
      store.setState({ undoable: 0 });
    },
  };
}

export type Drawing = ReturnType<typeof createDrawing>;
