import { encodingIds, type EncodingId, type SpecialMode } from '../../../../core/tokens/encoding-ids.ts';
import { useCopy } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { copy } from './copy.ts';
import styles from './text-toolbar.module.css';

export interface TextToolbarProps {
  readonly encoding: EncodingId;
  readonly onEncoding: (encoding: EncodingId) => void;
  readonly special: SpecialMode;
  readonly onSpecial: (special: SpecialMode) => void;
}

/** Which encoding to compare with, and what becomes of special tokens. */
export function TextToolbar({ encoding, onEncoding, special, onSpecial }: TextToolbarProps) {
  const words = useCopy(copy);
  return (
    <div className={styles['toolbar']}>
      <h2>{words.text}</h2>
      <Select<EncodingId>
        label={words.encoding}
        value={encoding}
        onChange={onEncoding}
        options={encodingIds.map((value) => ({ value, text: value }))}
      />
      <Select<SpecialMode>
        label={words.special}
        value={special}
        onChange={onSpecial}
        options={[
          { value: 'text', text: words.specialText },
          { value: 'parse', text: words.specialParse },
          { value: 'refuse', text: words.specialRefuse },
        ]}
      />
    </div>
  );
}
