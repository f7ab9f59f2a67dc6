import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view';
import styles from './text-editor.module.css';

/** UTF-16 offset of the window's left edge; undefined while the window holds the whole text. */
export const setFrame = StateEffect.define<number | undefined>();

const frameAt = StateField.define<number | undefined>({
  create: () => undefined,
  update(at, { changes, effects }) {
    const set = effects.find((effect) => effect.is(setFrame));
    if (set !== undefined) return set.value;
    return at === undefined ? undefined : changes.mapPos(at);
  },
});

/**
 * The left edge of what the model sees, as a line that can be dragged along the text. It is for pointers; the keyboard
 * has the slider `Window`, so it is hidden from assistive technology.
 */
export function frameEdge(onDrag: (at: number) => void): Extension {
  class Edge {
    readonly #view: EditorView;
    readonly #line: HTMLElement;

    constructor(view: EditorView) {
      this.#view = view;
      this.#line = document.createElement('div');
      this.#line.className = styles['edge'] ?? '';
      this.#line.setAttribute('aria-hidden', 'true');
      this.#line.addEventListener('pointerdown', (event) => this.#grab(event));
      view.scrollDOM.append(this.#line);
      this.#place();
    }

    update(update: ViewUpdate): void {
      const moved = update.state.field(frameAt) !== update.startState.field(frameAt);
      if (moved || update.docChanged || update.geometryChanged || update.viewportChanged) this.#place();
    }

    destroy(): void {
      this.#line.remove();
    }

    #place(): void {
      this.#view.requestMeasure({
        key: this,
        read: (view) => {
          const at = view.state.field(frameAt);
          if (at === undefined || at > view.state.doc.length) return null;
          const place = view.coordsAtPos(at, 1);
          if (place === null) return null;
          const box = view.scrollDOM.getBoundingClientRect();
          const { scrollLeft, scrollTop } = view.scrollDOM;
          return {
            left: place.left - box.left + scrollLeft,
            top: place.top - box.top + scrollTop,
            height: place.bottom - place.top,
          };
        },
        write: (place) => {
          this.#line.hidden = place === null;
          if (place === null) return;
          this.#line.style.transform = `translate(${place.left}px, ${place.top}px)`;
          this.#line.style.height = `${place.height}px`;
        },
      });
    }

    #grab(down: PointerEvent): void {
      down.preventDefault();
      this.#line.setPointerCapture(down.pointerId);
      const move = ({ clientX, clientY }: PointerEvent): void => {
        const at = this.#view.posAtCoords({ x: clientX, y: clientY });
        if (at !== null) onDrag(at);
      };
      const end = (): void => {
        this.#line.removeEventListener('pointermove', move);
        this.#line.removeEventListener('pointerup', end);
        this.#line.removeEventListener('pointercancel', end);
      };
      this.#line.addEventListener('pointermove', move);
      this.#line.addEventListener('pointerup', end);
      this.#line.addEventListener('pointercancel', end);
    }
  }
  return [frameAt, ViewPlugin.fromClass(Edge)];
}
