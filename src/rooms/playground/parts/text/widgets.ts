import { WidgetType } from '@codemirror/view';
import type { TokenId } from '../../../../core/numbers/units.ts';
import { tokenColour } from '../../../../ui/token-colour.ts';
import styles from './text-editor.module.css';

/** `⏎` at the end of a line, on the colour of the token that holds the line break. */
export class LineBreakWidget extends WidgetType {
  readonly #id: TokenId;

  constructor(id: TokenId) {
    super();
    this.#id = id;
  }

  override eq(other: LineBreakWidget): boolean {
    return other.#id === this.#id;
  }

  override toDOM(): HTMLElement {
    const sign = hidden('⏎', styles['newline']);
    sign.style.backgroundColor = tokenColour(this.#id);
    sign.dataset['token'] = String(this.#id);
    return sign;
  }
}

/** The token under the needle, dashed, after the end of the text: what Step would add. */
export class GhostWidget extends WidgetType {
  readonly #label: string;

  constructor(label: string) {
    super();
    this.#label = label;
  }

  override eq(other: GhostWidget): boolean {
    return other.#label === this.#label;
  }

  override toDOM(): HTMLElement {
    return hidden(this.#label, styles['ghost']);
  }
}

/** Bytes of a drawn token that make no character, such as `E3 81`. */
export class LooseWidget extends WidgetType {
  readonly #bytes: string;
  readonly #title: string;

  constructor(bytes: string, title: string) {
    super();
    this.#bytes = bytes;
    this.#title = title;
  }

  override eq(other: LooseWidget): boolean {
    return other.#bytes === this.#bytes && other.#title === this.#title;
  }

  override toDOM(): HTMLElement {
    const pill = document.createElement('span');
    pill.textContent = this.#bytes;
    pill.className = styles['loose'] ?? '';
    pill.title = this.#title;
    return pill;
  }
}

function hidden(text: string, className: string | undefined): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  span.className = className ?? '';
  span.setAttribute('aria-hidden', 'true');
  return span;
}
