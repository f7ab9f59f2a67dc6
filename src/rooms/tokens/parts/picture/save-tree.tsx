import { use, type RefObject } from 'react';
import { formatCount } from '../../../../core/numbers/format.ts';
import { useCopy, useLanguage } from '../../../../ui/language.tsx';
import { framedPicture, type Picture } from '../../../../ui/picture.ts';
import { SavePicture } from '../../../../ui/save-picture.tsx';
import { standaloneSvg } from '../../../../ui/standalone-svg.ts';
import { copy } from './copy.ts';
import { paletteOfPage } from './picture-palette.ts';
import { TreeEncoding } from './tree-encoding.ts';

interface SaveTreeProps {
  readonly svg: RefObject<SVGSVGElement | null>;
  /** The piece with its whitespace visible. */
  readonly piece: string;
  readonly bytes: number;
  /** Merges that the tree has, and those that have been made. */
  readonly merges: number;
  readonly at: number;
  readonly tokens: number;
}

/** Saves a merge tree as it stands, at the step where it stands. */
export function SaveTree({ svg, piece, bytes, merges, at, tokens }: SaveTreeProps) {
  const words = useCopy(copy);
  const language = useLanguage();
  const encoding = use(TreeEncoding);
  const picture = (): Picture => {
    const about = words.treeAbout(formatCount(bytes), formatCount(merges), formatCount(tokens));
    const step = at < merges ? ` · ${words.treeAt(formatCount(at), formatCount(merges))}` : '';
    return framedPicture(
      standaloneSvg(svg.current!),
      {
        name: `merge-tree-${encoding}`,
        title: words.treeTitle(piece, encoding) + step,
        description: about,
        caption: words.treeCaption(piece, encoding) + step,
        language,
      },
      paletteOfPage(),
    );
  };
  return <SavePicture label={words.tree} picture={picture} />;
}
