import { encodingIds, type EncodingId, type SpecialMode } from '../../../../core/tokens/encoding-ids.ts';
import { Choice } from '../../../../ui/choice.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { copy } from './copy.ts';
import styles from './text-toolbar.module.css';

export interface TextToolbarProps {
  readonly encoding: EncodingId;
  readonly onEncoding: (encoding: EncodingId) => void;
  readonly special: SpecialMode;
  readonly onSpecial: (special: SpecialMode) => void;
  readonly colours: Colours;
  readonly onColours: (colours: Colours) => void;
}

/** What the grounds of the tokens mean. */
type Colours = 'tokens' | 'surprise';

/** Which encoding to compare with, what becomes of special tokens, and what the colours mean. */
export function TextToolbar(props: TextToolbarProps) {
  const { encoding, onEncoding, special, onSpecial, colours, onColours } = props;
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
      <Choice<Colours>
        label={words.colours}
        labelShown
        value={colours}
        onChange={onColours}
        options={[
          { value: 'tokens', text: words.byToken },
          { value: 'surprise', text: words.bySurprise },
        ]}
      />
    </div>
  );
}
