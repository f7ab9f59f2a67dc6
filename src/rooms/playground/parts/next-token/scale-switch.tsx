import { useId } from 'react';
import { useCopy } from '../../../../ui/language.tsx';
import { scaleKinds, type ScaleKind } from './bar-scale.ts';
import { copy } from './copy.ts';
import styles from './next-token.module.css';

interface Props {
  readonly kind: ScaleKind;
  readonly onKind: (kind: ScaleKind) => void;
}

/** Two radio buttons that look like one switch. */
export function ScaleSwitch({ kind, onKind }: Props) {
  const name = useId();
  const words = useCopy(copy);
  return (
    <fieldset className={styles.scale}>
      <legend className="visually-hidden">{words.scale}</legend>
      {scaleKinds.map((each) => (
        <label key={each} data-chosen={each === kind || undefined}>
          <input type="radio" name={name} checked={each === kind} onChange={() => onKind(each)} />
          <span>{words[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
