import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { ghostSign, looseSign } from './widgets.ts';

/** Bytes that belong to no character, at a UTF-16 offset. */
export interface LooseMark {
  readonly at: number;
  /** Such as `E3 81`. */
  readonly bytes: string;
  readonly title: string;
}

export interface Extras {
  /** Label of the token that Step would add; undefined while there is none. */
  readonly ghost: string | undefined;
  readonly loose: readonly LooseMark[];
}

export const setExtras = StateEffect.define<Extras>();

/** What stands in the text without being text: the ghost after its end, and loose bytes. */
export const extras = StateField.define<{ readonly value: Extras; readonly set: DecorationSet }>({
  create: () => ({ value: { ghost: undefined, loose: [] }, set: Decoration.none }),
  update(now, { docChanged, state, effects }) {
    const value = effects.find((effect) => effect.is(setExtras))?.value ?? now.value;
    if (value === now.value && !docChanged) return now;
    const { length } = state.doc;
    const ranges = value.loose
      .filter(({ at }) => at <= length)
      .map(({ at, bytes, title }) =>
        Decoration.widget({ widget: looseSign(bytes, title), side: 1 }).range(at),
      );
    if (value.ghost !== undefined)
      ranges.push(Decoration.widget({ widget: ghostSign(value.ghost), side: 2 }).range(length));
    return { value, set: Decoration.set(ranges, true) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ set }) => set),
});
