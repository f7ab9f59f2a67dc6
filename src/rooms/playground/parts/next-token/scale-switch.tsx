import { Choice } from '../../../../ui/choice.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { scaleKinds, type ScaleKind } from './bar-scale.ts';
import { copy } from './copy.ts';
import styles from './next-token.module.css';

interface Props {
  readonly kind: ScaleKind;
  readonly onKind: (kind: ScaleKind) => void;
}

export function ScaleSwitch({ kind, onKind }: Props) {
  const words = useCopy(copy);
  return (
    <div className={styles.scale}>
      <Choice<ScaleKind>
        label={words.scale}
        value={kind}
        onChange={onKind}
        options={scaleKinds.map((value) => ({ value, text: words[value] }))}
      />
    </div>
  );
}
