import type { TokenId } from '../../../../core/numbers/units.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import type { VocabularyRow } from './vocabulary-rows.ts';

export interface TokenActions {
  readonly onUse: (id: TokenId) => void;
  readonly onBias: (id: TokenId) => void;
  readonly onOpen: (id: TokenId) => void;
}

interface RowActionsProps extends TokenActions {
  readonly row: VocabularyRow;
  /** Outside the current row the buttons are for the pointer alone. */
  readonly reachable: boolean;
  readonly className?: string | undefined;
}

/** What can be done with a token. A part of a character cannot stand in a text, and an id without a token nowhere. */
export function RowActions({ row, reachable, className, onUse, onBias, onOpen }: RowActionsProps) {
  const words = useCopy(copy);
  const { face } = row;
  if (face.kind === 'unnamed') return null;
  const tabIndex = reachable ? undefined : -1;
  const shared = { look: 'plain', className, tabIndex } as const;
  return (
    <>
      {face.kind !== 'bytes' && (
        <Button {...shared} aria-label={`${words.use}: ${face.label}`} onClick={() => onUse(face.id)}>
          {words.use}
        </Button>
      )}
      <Button {...shared} aria-label={`${words.bias}: ${face.label}`} onClick={() => onBias(face.id)}>
        {words.bias}
      </Button>
      {face.kind !== 'bytes' && (
        <Button {...shared} aria-label={`${words.open}: ${face.label}`} onClick={() => onOpen(face.id)}>
          {words.open}
        </Button>
      )}
    </>
  );
}
