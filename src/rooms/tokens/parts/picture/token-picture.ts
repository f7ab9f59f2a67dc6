import { formatCount } from '../../../../core/numbers/format.ts';
import type { TokenSlice } from '../../../../core/tokens/slice.ts';
import type { Copy, Language } from '../../../../ui/language.tsx';
import { frameHeight, framedPicture, type Picture } from '../../../../ui/picture.ts';
import { copy } from './copy.ts';
import { drawPicture } from './draw-picture.ts';
import { layPicture } from './lay-picture.ts';
import { idColumns, rowHeight } from './picture-measures.ts';
import type { PicturePalette } from './picture-palette.ts';

export const columnChoices = ['40', '80', '120'] as const;
export type ColumnChoice = (typeof columnChoices)[number];

/** Tokens in a picture at most, and UTF-16 units that may hold them: eight a token. */
const mostTokens = 2000;
export const mostUnits = 8 * mostTokens;
/** CSS pixels. At 120 columns a PNG has 29 million pixels then, which browsers of desktops and most phones draw. */
const mostHeight = 6000;
/** Characters of the text in the description. */
const described = 300;

export interface TokenPictureInput {
  readonly text: string;
  readonly encoding: string;
  /** The tokens from the start of the text, as many as there are at hand. */
  readonly slice: TokenSlice;
  /** Tokens of the whole text. */
  readonly count: number;
  readonly columns: ColumnChoice;
  readonly withIds: boolean;
  readonly palette: PicturePalette;
  readonly language: Language;
}

export interface TokenPicture extends Picture {
  /** Tokens in it: the first ones. */
  readonly shown: number;
  /** Tokens of the whole text. */
  readonly count: number;
}

/** The text as the Text tab shows it, or as much from its start as one picture holds. */
export function tokenPicture(input: TokenPictureInput): TokenPicture {
  const { text, encoding, slice, count, columns, withIds, palette, language } = input;
  const words = copy[language];
  const laid = layPicture(text, slice, {
    columns: Number(columns),
    rows: Math.floor((mostHeight - frameHeight) / rowHeight(withIds)),
    tokens: mostTokens,
    least: withIds ? idColumns : () => 0,
  });
  const shown = laid.grounds.length;
  const [some, all] = [formatCount(shown), formatCount(count)];
  const caption = shown < count ? words.captionFirst(encoding, some, all) : words.caption(encoding, all);
  const description = `${words.about(encoding)} ${opening(text, words)}`;
  const drawing = drawPicture(laid, { ids: slice.ids, withIds, palette });
  const picture = framedPicture(
    drawing,
    { name: `tokens-${encoding}`, title: caption, description, caption, language },
    palette,
  );
  return { ...picture, shown, count };
}

function opening(text: string, words: Copy<typeof copy.en>): string {
  const start = Array.from(text.slice(0, 2 * described))
    .slice(0, described)
    .join('');
  return start.length < text.length ? words.begins(`${start}…`) : words.reads(start);
}
