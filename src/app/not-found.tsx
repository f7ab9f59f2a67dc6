import { Link } from 'wouter';
import { useCopy } from '../ui/language.tsx';
import { appCopy } from './copy.ts';
import styles from './shell.module.css';

export function NotFound() {
  const words = useCopy(appCopy);
  return (
    <div className={styles['centre']}>
      <p>{words.notFound}</p>
      <p>
        <Link href="/">{words.toPlayground}</Link>
      </p>
    </div>
  );
}
