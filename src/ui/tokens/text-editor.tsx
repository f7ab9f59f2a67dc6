import { history } from '@codemirror/commands';
import {
  Annotation,
  Compartment,
  EditorSelection,
  EditorState,
  Transaction,
  type ChangeSet,
  type Extension,
} from '@codemirror/state';
import { EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import { useLayoutEffect, useRef } from 'react';
import type { TokenId } from '../../core/numbers/units.ts';
import type { TextEdit } from '../../core/tokens/text-edit.ts';
import { applyEdits, difference } from '../../core/tokens/text-difference.ts';
import { changeEditor } from './change-editor.ts';
import { editingKeys } from './editing-keys.ts';
import { extras, setExtras, type Extras } from './extras.ts';
import { frameEdge, setFrame } from './frame-edge.ts';
import { insertWhole } from './insert-whole.ts';
import styles from './text-editor.module.css';
import { cutWeighed, type SurpriseGround } from './surprise-ground.ts';
import { paintAhead, setPaint, tokenPaint } from './token-paint.ts';
import type { TokenSource } from './token-source.ts';

export interface TextEditorProps extends Extras {
  /** The accessible name. */
  readonly label: string;
  /** What the field shows; a change that did not come from the reader is put in as the smallest edit. */
  readonly text: string;
  /** Tells of what the reader changed; gives where the tokens of the changed text can be asked for, if that is known. */
  readonly onEdit: (edits: readonly TextEdit[]) => TokenSource | undefined;
  /** Tokens of `text`; undefined while they are being made. */
  readonly source: TokenSource | undefined;
  /** Index of the first token that the model sees, and the UTF-16 offset where it begins. */
  readonly windowFrom: number;
  readonly windowAt: number;
  readonly activeId: TokenId | undefined;
  readonly onActive: (id: TokenId | undefined) => void;
  /** Undefined when the tokens have their own colours. */
  readonly surprise: SurpriseGround | undefined;
  /** The caret's UTF-16 offset, when it has moved. */
  readonly onCaret: (at: number) => void;
  /** The window's left edge has been dragged to a UTF-16 offset. */
  readonly onWindowDrag: (at: number) => void;
}

/** The accessible name: another language must not cost the reader what can be undone. */
const named = new Compartment();

/** Marks a change that the room made, so that it is not told back to the room, nor undone by the editor. */
const fromRoom = Annotation.define<boolean>();

/** An editable text whose tokens are coloured in place. CodeMirror owns caret, selection, input methods and its own undo. */
export function TextEditor(props: TextEditorProps) {
  const { label, text, source, windowFrom, windowAt, activeId, surprise, ghost, loose } = props;
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const shown = useRef(text);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });

  // Made before the effects below, which tell it what it shows.
  useLayoutEffect(() => {
    let pointer = { x: NaN, y: NaN };
    // subtle: what the reader changes is read before it is drawn, so that letter and tokens are drawn in one go if the
    // answer is quick, and else the worker reads while this thread draws.
    const dispatchTransactions = (transactions: readonly Transaction[], editor: EditorView): void => {
      const isRead = transactions.some((each) => each.docChanged && each.annotation(fromRoom) !== true);
      if (!isRead) return editor.update(transactions);
      const changes = transactions.map((each) => each.changes).reduce((all, next) => all.compose(next));
      const { state } = transactions.at(-1)!;
      const edits = editsOf(changes);
      shown.current = applyEdits(shown.current, edits);
      const source = latest.current.onEdit(edits);
      const { windowFrom, activeId, surprise } = latest.current;
      const input = { source, windowFrom, activeId, surprise: cutWeighed(surprise, edits) };
      const effects = paintAhead(editor, changes, state.doc, input);
      return editor.update([...transactions, ...(effects.length === 0 ? [] : [state.update({ effects })])]);
    };
    const onUpdate = (update: ViewUpdate): void => {
      if (update.docChanged || update.selectionSet) latest.current.onCaret(update.state.selection.main.head);
    };
    const created = new EditorView({
      parent: box.current!,
      dispatchTransactions,
      state: EditorState.create({
        doc: shown.current,
        extensions: [
          setup(),
          EditorView.updateListener.of(onUpdate),
          EditorView.domEventHandlers({
            mouseover: ({ target, clientX, clientY }) => {
              // What scrolls along under a pointer that rests has not been pointed at.
              if (clientX === pointer.x && clientY === pointer.y) return;
              pointer = { x: clientX, y: clientY };
              latest.current.onActive(tokenAt(target));
            },
            mouseleave: () => latest.current.onActive(undefined),
          }),
          frameEdge((at) => latest.current.onWindowDrag(at)),
        ],
      }),
    });
    view.current = created;
    return () => created.destroy();
  }, []);

  useLayoutEffect(() => {
    const attributes = EditorView.contentAttributes.of({ 'aria-label': label });
    view.current?.dispatch({ effects: named.reconfigure(attributes) });
  }, [label]);

  useLayoutEffect(() => {
    const editor = view.current;
    if (editor === undefined) return undefined;
    const follow = (): void => {
      shown.current = showText(editor, shown.current, text);
    };
    // An input method must find the text that it is composing in untouched; what the room adds waits until it is done.
    if (!editor.composing) follow();
    else editor.contentDOM.addEventListener('compositionend', follow, { once: true });
    return () => editor.contentDOM.removeEventListener('compositionend', follow);
  }, [text]);

  useLayoutEffect(() => {
    if (view.current !== undefined) changeEditor(view.current, { effects: setExtras.of({ ghost, loose }) });
  }, [ghost, loose]);

  useLayoutEffect(() => {
    if (view.current !== undefined) setPaint(view.current, { source, windowFrom, activeId, surprise });
  }, [source, windowFrom, activeId, surprise]);

  useLayoutEffect(() => {
    if (view.current === undefined) return;
    changeEditor(view.current, { effects: setFrame.of(windowFrom > 0 ? windowAt : undefined) });
  }, [windowFrom, windowAt]);

  return <div ref={box} className={styles['editor']} />;
}

/** UTF-16 units: what a model adds is shorter, a file that is opened mostly longer. */
const grown = 1000;

/** Makes the editor show a text of the room's by the smallest change, and gives that text back. */
function showText(editor: EditorView, before: string, text: string): string {
  const edit = difference(before, text);
  if (edit === undefined) return before;
  const { main } = editor.state.selection;
  const atEnd = main.empty && main.head === editor.state.doc.length;
  // A text that grows at its end takes a caret that waits there along; one that is new is read from its beginning.
  const seen = edit.insert.length > grown ? edit.from : edit.from + edit.insert.length;
  editor.dispatch({
    changes: edit,
    annotations: [fromRoom.of(true), Transaction.addToHistory.of(false)],
    ...(atEnd && { selection: EditorSelection.cursor(seen) }),
    effects: edit.insert === '' ? [] : EditorView.scrollIntoView(seen),
  });
  return text;
}

function setup(): Extension {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  return [
    EditorView.cspNonce.of(nonce),
    // subtle: `\r` stays a character of its own, so that offsets are the text's and CRLF is not made LF.
    EditorState.lineSeparator.of('\n'),
    history(),
    keymap.of(editingKeys),
    EditorView.lineWrapping,
    insertWhole,
    named.of([]),
    EditorView.contentAttributes.of({
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
      translate: 'no',
    }),
    tokenPaint,
    extras,
  ];
}

function editsOf(changes: ChangeSet): TextEdit[] {
  const edits: TextEdit[] = [];
  changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) => {
    edits.push({ from, to, insert: inserted.sliceString(0, inserted.length, '\n') });
  });
  return edits;
}

function tokenAt(target: EventTarget | null): TokenId | undefined {
  const id = target instanceof Element && target.closest<HTMLElement>('[data-token]')?.dataset['token'];
  return typeof id === 'string' ? Number(id) : undefined;
}
