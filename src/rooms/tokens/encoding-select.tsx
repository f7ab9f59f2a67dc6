import { encodingIds, type EncodingId } from '../../core/tokens/encoding-ids.ts';
import { useCopy } from '../../ui/language.tsx';
import { Select } from '../../ui/select.tsx';
import { copy } from './copy.ts';
import { useTokensRoom, useTokensState } from './tokens-context.tsx';

/** The encoding in which the whole room reads. */
export function EncodingSelect() {
  const room = useTokensRoom();
  const words = useCopy(copy);
  return (
    <Select<EncodingId>
      label={words.encoding}
      value={useTokensState((state) => state.encoding)}
      onChange={room.setEncoding}
      options={encodingIds.map((value) => ({ value, text: value }))}
    />
  );
}
