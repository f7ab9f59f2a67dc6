import { formatCount } from '../../core/numbers/format.ts';
import { useCopy } from '../language.tsx';
import { copy } from './card-copy.ts';
import { Fact, Facts } from './fact.tsx';
import { TokenChip } from './token-chip.tsx';
import styles from './token-card.module.css';
import type { CharacterFact, TokenFacts } from './token-facts.ts';

interface TokenCardFactsProps {
  readonly facts: TokenFacts;
  readonly said: string | undefined;
}

/** The token, and its facts as a list; read aloud anew when another token takes its place. */
export function TokenCardFacts({ facts, said }: TokenCardFactsProps) {
  const words = useCopy(copy);
  const { face, bytes, byteCount, characters, kinds, partOf, from, to } = facts;
  const isApart = face.kind === 'bytes' && partOf.length === 0;
  return (
    <div className={styles.body} aria-live="polite">
      <p className={styles.face}>
        <TokenChip face={face} />
      </p>
      <Facts wide>
        <Fact name={words.id}>
          <code>{face.id}</code>
        </Fact>
        <Fact name={words.bytes}>
          {bytes !== '' && <code>{bytes} · </code>}
          {words.byteCount(formatCount(byteCount))}
        </Fact>
        <Fact name={words.characters}>{formatCount(characters)}</Fact>
        <Fact name={words.place}>{words.units(formatCount(from), formatCount(to))}</Fact>
        {kinds.length > 0 && (
          <Fact name={words.kind}>{kinds.map((kind) => words.kinds[kind]).join(words.separator)}</Fact>
        )}
        {said !== undefined && <Fact name={words.surprise}>{said}</Fact>}
        {partOf.map((character) => (
          <Fact key={character.tokens[0]!.index} name={words.partOf}>
            <Character character={character} />
          </Fact>
        ))}
      </Facts>
      {isApart && <p className={styles.note}>{words.apart}</p>}
    </div>
  );
}

/** A character, and the tokens that make it up together. */
function Character({ character: { label, tokens } }: { readonly character: CharacterFact }) {
  const words = useCopy(copy);
  return (
    <>
      {words.together(label)}
      <span className={styles.chips}>
        {tokens.map(({ face, index, own }) => (
          <span key={index} data-own={own || undefined} aria-current={own || undefined}>
            <TokenChip face={face} /> <small>{face.id}</small>
          </span>
        ))}
      </span>
    </>
  );
}
