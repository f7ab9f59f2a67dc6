import { useState } from 'react';
import { formatCount } from '../core/numbers/format.ts';
import { Button } from './button.tsx';
import { bilingual, useCopy } from './language.tsx';
import { Notice } from './notice.tsx';
import type { Picture } from './picture.ts';
import { saveFile } from './save-file.ts';
import styles from './save-picture.module.css';
import { pngDensity, svgAsPng } from './svg-as-png.ts';

export interface SavePictureProps {
  /** What is saved: the accessible name of the two buttons together. */
  readonly label: string;
  /** The picture as it stands when a button is pressed. */
  readonly picture: () => Picture;
}

/** Two buttons that save a picture as SVG and as PNG; when the browser makes no PNG a sentence says so. */
export function SavePicture({ label, picture }: SavePictureProps) {
  const words = useCopy(copy);
  const [refused, setRefused] = useState<Picture>();
  const [busy, setBusy] = useState(false);
  const saveSvg = (): void => {
    const { name, svg } = picture();
    setRefused(undefined);
    saveFile({ name: `${name}.svg`, blob: new Blob([svg], { type: 'image/svg+xml' }) });
  };
  const savePng = async (): Promise<void> => {
    if (busy) return;
    const wanted = picture();
    setBusy(true);
    const blob = await svgAsPng(wanted);
    setBusy(false);
    setRefused(blob === undefined ? wanted : undefined);
    if (blob !== undefined) saveFile({ name: `${wanted.name}.png`, blob });
  };
  return (
    <div className={styles['box']}>
      <div role="group" aria-label={label} className={styles['buttons']}>
        <Button onClick={saveSvg}>{words.svg}</Button>
        {/* Not disabled: the focus would be lost while the file is made. */}
        <Button onClick={() => void savePng()} aria-disabled={busy || undefined} aria-busy={busy}>
          {words.png}
        </Button>
      </div>
      <Notice tone="alert">{refused && words.noPng(pixels(refused.width), pixels(refused.height))}</Notice>
    </div>
  );
}

const pixels = (size: number) => formatCount(size * pngDensity);

const copy = bilingual(
  {
    svg: 'Save as SVG',
    png: 'Save as PNG',
    noPng: (width: string, height: string) =>
      `This browser made no PNG of ${width} × ${height} pixels. Nothing was saved; save it as SVG, or make it smaller.`,
  },
  {
    svg: 'SVG で保存',
    png: 'PNG で保存',
    noPng: (width, height) =>
      `このブラウザーでは ${width} × ${height} ピクセルの PNG を作れませんでした。何も保存していません。SVG で保存するか、小さくしてください。`,
  },
);
