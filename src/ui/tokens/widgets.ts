import { WidgetType } from '@codemirror/view';
import styles from './text-editor.module.css';

/** Something that stands in the text without being text: what it shows is drawn by CSS and is in no one's selection. */
class Sign extends WidgetType {
  readonly #label: string;
  readonly #title: string;
  readonly #className: string;

  constructor(label: string, title: string, className: string) {
    super();
    this.#label = label;
    this.#title = title;
    this.#className = className;
  }

  override eq(other: Sign): boolean {
    return (
      other.#label === this.#label && other.#title === this.#title && other.#className === this.#className
    );
  }

  override toDOM(): HTMLElement {
    const sign = document.createElement('span');
    sign.className = this.#className;
    sign.dataset['label'] = this.#label;
    if (this.#title === '') sign.setAttribute('aria-hidden', 'true');
    else sign.title = this.#title;
    return sign;
  }
}

/** The token under the needle, dashed, after the end of the text: what Step would add. */
export function ghostSign(label: string): WidgetType {
  return new Sign(label, '', styles['ghost'] ?? '');
}

/** Bytes of a drawn token that make no character, such as `E3 81`. */
export function looseSign(bytes: string, title: string): WidgetType {
  return new Sign(bytes, title, styles['loose'] ?? '');
}
