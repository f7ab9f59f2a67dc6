import { useEffect, useMemo, useRef, useState } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Choice } from '../../../../ui/choice.tsx';
import { useCopy, useLanguage } from '../../../../ui/language.tsx';
import type { Picture } from '../../../../ui/picture.ts';
import { SavePicture } from '../../../../ui/save-picture.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { pngDensity } from '../../../../ui/svg-as-png.ts';
import { useSlice } from '../../../../ui/tokens/use-slice.ts';
import type { TokenSource } from '../../../../ui/tokens/token-source.ts';
import { copy } from './copy.ts';
import { paletteOfPage } from './picture-palette.ts';
import styles from './picture.module.css';
import {
  columnChoices,
  mostUnits,
  tokenPicture,
  type ColumnChoice,
  type TokenPicture,
} from './token-picture.ts';

export interface PictureSheetProps {
  readonly text: string;
  /** Its name. */
  readonly encoding: string;
  /** Where the tokens of the text can be asked for; undefined while that is not known. */
  readonly source: TokenSource | undefined;
  /** Tokens of the whole text; undefined while it is read or is refused. */
  readonly count: number | undefined;
}

/** What the picture will be, before it is saved: its look, how much of the text is in it, its size. */
export function PictureSheet({ text, encoding, source, count }: PictureSheetProps) {
  const words = useCopy(copy);
  const language = useLanguage();
  const [withIds, setWithIds] = useState(false);
  const [columns, setColumns] = useState<ColumnChoice>('80');
  const known = useSlice(source, 0, Math.min(text.length, mostUnits));
  const slice = known?.source === source ? known?.slice : undefined;
  const picture = useMemo(
    () =>
      slice === undefined || count === undefined
        ? undefined
        : tokenPicture({
            text,
            encoding,
            slice,
            count,
            columns,
            withIds,
            palette: paletteOfPage(),
            language,
          }),
    [text, encoding, slice, count, columns, withIds, language],
  );
  return (
    <div className={styles['sheet']}>
      <div className={styles['options']}>
        <Checkbox label={words.withIds} checked={withIds} onChange={setWithIds} />
        <Choice
          label={words.columns}
          labelShown
          value={columns}
          onChange={setColumns}
          options={columnChoices.map((value) => ({ value, text: value }))}
        />
      </div>
      {picture === undefined ? <Skeleton rows={3} label={words.notRead} /> : <Drawn picture={picture} />}
    </div>
  );
}

function Drawn({ picture }: { readonly picture: TokenPicture }) {
  const words = useCopy(copy);
  const { width, height, shown, count } = picture;
  const all = formatCount(count);
  return (
    <>
      <div className={styles['preview']} role="region" aria-label={words.preview} tabIndex={0}>
        <Preview {...picture} />
      </div>
      <p role="status">
        {shown < count ? <strong>{words.first(formatCount(shown), all)}</strong> : words.whole(all)}{' '}
        <span className={styles['soft']}>
          {words.pixels(formatCount(width * pngDensity), formatCount(height * pngDensity))}
        </span>
      </p>
      <SavePicture label={words.title} picture={() => picture} />
    </>
  );
}

/** The picture as the page itself shows it: from an address that lasts as long as it does. */
function Preview({ svg, width, height }: Picture) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    image.current?.setAttribute('src', address);
    return () => URL.revokeObjectURL(address);
  }, [svg]);
  return <img ref={image} alt="" width={width} height={height} />;
}
