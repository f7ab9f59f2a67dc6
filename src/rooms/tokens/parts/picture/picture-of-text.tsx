import { useId, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { later } from '../../../../ui/later.tsx';
import { copy } from './copy.ts';
import type { PictureSheetProps } from './picture-sheet.tsx';
import styles from './picture.module.css';

/** What draws comes when it is first asked for. */
const Sheet = later(() => import('./picture-sheet.tsx').then((part) => part.PictureSheet));

/** A button to the text as a picture; where there is nothing to draw it rests, and says why. */
export function PictureOfText(props: PictureSheetProps) {
  const { text, source, count } = props;
  const words = useCopy(copy);
  const [open, setOpen] = useState(false);
  const note = useId();
  const reason =
    text === '' ? words.noText : source === undefined || count === undefined ? words.notRead : '';
  const rests = reason !== '';
  return (
    <div className={styles['open']}>
      <Button
        aria-haspopup="dialog"
        aria-disabled={rests || undefined}
        aria-describedby={rests ? note : undefined}
        onClick={() => setOpen(!rests)}
      >
        {words.open}
      </Button>
      {rests && (
        <span id={note} className={styles['soft']}>
          {reason}
        </span>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={words.title}>
        <Sheet {...props} />
      </Dialog>
    </div>
  );
}
