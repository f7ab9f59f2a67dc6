import { useLayoutEffect, useRef } from 'react';
import { formatCount, formatProbability } from '../../../../core/numbers/format.ts';
import type { TokenId } from '../../../../core/numbers/units.ts';
import type { TokenExplanation } from '../../../../core/sampling/trace.ts';
import { Button } from '../../../../ui/button.tsx';
import { classNames } from '../../../../ui/class-names.ts';
import floating from '../../../../ui/floating-box.module.css';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { placeBeside } from '../../../../ui/place-beside.ts';
import type { TokenFace } from '../../../../ui/tokens/token-face.ts';
import { TokenChip } from '../../../../ui/tokens/token-chip.tsx';
import { copy } from './copy.ts';
import { explanationChain } from './explanation-chain.ts';
import { explanationWords } from './explanation-words.ts';
import styles from './explanation.module.css';

interface Props {
  readonly explanation: TokenExplanation;
  readonly face: TokenFace;
  /** Size of the vocabulary. */
  readonly candidates: number;
  /** The number that was pressed; gets the focus back. */
  readonly anchor: HTMLElement;
  readonly onTake: (id: TokenId) => void;
  readonly onClose: () => void;
}

/** Where one number comes from: the line of arithmetic, then each of its links in a sentence. */
export function Explanation({ explanation, face, candidates, anchor, onTake, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const words = useCopy(copy);
  useLayoutEffect(() => {
    const element = box.current!;
    element.showPopover?.();
    placeBeside(element, anchor);
    element.focus();
  }, [anchor]);
  const close = () => {
    onClose();
    anchor.focus();
  };
  const links = explanationChain(explanation).map((link) => explanationWords(link, words));
  const final = formatProbability(explanation.finalProbability);
  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-label={words.label(final)}
      tabIndex={-1}
      className={classNames(floating.box, styles.box)}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') {
          event.preventDefault();
          close();
        }
      }}
    >
      <div className={styles.head}>
        <TokenChip face={face} removed={explanation.finalProbability === 0} />
        <span className={styles.place}>
          {words.idAndRank(
            formatCount(explanation.id),
            formatCount(explanation.modelRank),
            formatCount(candidates),
          )}
        </span>
        <IconButton icon="close" label={words.close} onClick={close} />
      </div>
      <p className={styles.line}>
        {links.map((link, index) => (
          <span key={index}>
            {index > 0 && ' → '}
            <span className={styles.link} data-result={index === links.length - 1 || undefined}>
              {link.short}
            </span>
          </span>
        ))}
      </p>
      <dl className={styles.steps}>
        {links.map((link, index) => (
          <div key={index}>
            <dt>{link.short}</dt>
            <dd>{link.long}</dd>
          </div>
        ))}
      </dl>
      <Button
        onClick={() => {
          onTake(explanation.id);
          close();
        }}
      >
        {explanation.finalProbability === 0 ? words.takeRemoved : words.take}
      </Button>
    </div>
  );
}
