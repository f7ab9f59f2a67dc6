import { memo } from 'react';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import { StageRow, type StageFrame } from './stage-row.tsx';

interface BiasStageProps extends StageFrame {
  /** Tokens with a bias in force. */
  readonly count: number;
  readonly enabled: boolean;
}

/** The bias list's place in the order; the list itself stands below the stages. */
export const BiasStage = memo(function BiasStage({ count, enabled, ...frame }: BiasStageProps) {
  const words = useCopy(copy);
  return (
    <StageRow
      {...frame}
      acting={enabled && count > 0}
      unusable={count === 0}
      value={count > 0 && words.biased(count)}
    />
  );
});
