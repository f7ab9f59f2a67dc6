import { pageValue, standaloneColour } from '../../../../ui/standalone-colour.ts';
import { tokenColour } from '../../../../ui/token-colour.ts';

/** Colours that stand for themselves, such as `#1d1c1a`. */
export interface PicturePalette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly edge: string;
  /** The ground of a token, by its id. */
  readonly ground: (id: number) => string;
}

/** The page's colours in its theme as it stands. */
export function paletteOfPage(valueOf = pageValue): PicturePalette {
  // Looked up once: a picture has some thousand tokens.
  const values = new Map<string, string>();
  const known = (property: string): string => {
    const value = values.get(property) ?? valueOf(property);
    values.set(property, value);
    return value;
  };
  const colour = (css: string) => standaloneColour(css, known);
  return {
    paper: colour('var(--card)'),
    ink: colour('var(--ink)'),
    soft: colour('var(--soft)'),
    edge: colour('var(--edge)'),
    ground: (id) => colour(tokenColour(id)),
  };
}
