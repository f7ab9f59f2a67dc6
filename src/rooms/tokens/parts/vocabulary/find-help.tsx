import { useCopy } from '../../../../ui/language.tsx';
import { copy } from './copy.ts';
import styles from './vocabulary.module.css';

const examples = [
  ['id', '#812'],
  ['number', '812'],
  ['text', 'king'],
  ['signs', '·king'],
  ['prefix', '^un'],
  ['bytes', 'E3 81'],
  ['pattern', '/^ ?the$/i'],
] as const;

/** What can be looked for, an example each. */
export function FindHelp() {
  const { helps } = useCopy(copy);
  return (
    <dl className={styles.examples}>
      {examples.map(([name, example]) => (
        <div key={name}>
          <dt>
            <code>{example}</code>
          </dt>
          <dd>{helps[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
