import type { TokenId } from '../../../core/numbers/units.ts';
import { spell } from '../../../core/tokens/spell.ts';
import { valueOf } from '../../../state/async.ts';
import { Button } from '../../../ui/button.tsx';
import { useCopy } from '../../../ui/language.tsx';
import type { TokenFace } from '../../../ui/tokens/token-face.ts';
import { copy } from '../copy.ts';
import { useTokensRoom } from '../tokens-context.tsx';
import { useOpenPlayground } from '../use-open-playground.ts';

/** What can be done with a token of the text. A part of a character cannot stand in a text alone. */
export function TokenActions({ face }: { readonly face: TokenFace }) {
  const room = useTokensRoom();
  const words = useCopy(copy);
  const go = useOpenPlayground();
  const seeInVocabulary = (): void => {
    room.setQuery(`#${String(face.id)}`);
    room.setTab('vocabulary');
  };
  const openAlone = (id: TokenId): void => {
    const vocabulary = valueOf(room.store.getState().vocabulary);
    if (vocabulary !== undefined) go({ text: spell(vocabulary, [id]).text });
  };
  const { id, label, kind } = face;
  return (
    <>
      <Button look="plain" onClick={seeInVocabulary}>
        {words.seeInVocabulary}
      </Button>
      <Button
        look="plain"
        onClick={() => go({ bias: { encoding: room.store.getState().encoding, id, label } })}
      >
        {words.biasToken}
      </Button>
      {kind !== 'bytes' && (
        <Button look="plain" onClick={() => openAlone(id)}>
          {words.openToken}
        </Button>
      )}
    </>
  );
}
