import { visibleText } from '../../../../core/tokens/visible-text.ts';
import type { SamplePath } from '../../../../engines/live/live-client.ts';
import { Button } from '../../../../ui/button.tsx';
import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import type { PathEnd } from './overlay.ts';
import styles from './paths.module.css';

interface PathEndMarkProps {
  readonly end: PathEnd;
  readonly onTake: ((path: SamplePath) => void) | undefined;
}

/** Characters of a path that a button's name says. */
const said = 80;

/** Why paths ended here; a reason that the page has no words for in the provider's own. */
export function PathEndMark({ end, onTake }: PathEndMarkProps) {
  const words = useCopy(copy);
  const { finish, path } = end;
  const reasons: ReadonlyMap<string, string> = new Map(Object.entries(words.ended));
  const why = finish === undefined ? words.ended.unsaid : (reasons.get(finish) ?? words.endedAs(finish));
  const start = [...path.text].slice(0, said).join('');
  return (
    <span className={styles.end}>
      <span className={styles.reason} title={finish}>
        {why}
      </span>
      {onTake && (
        <Button
          look="plain"
          aria-label={words.takeThis(visibleText(start) + (start === path.text ? '' : '…'))}
          onClick={() => onTake(path)}
        >
          {words.take}
        </Button>
      )}
    </span>
  );
}
