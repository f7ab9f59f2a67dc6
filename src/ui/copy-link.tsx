import { useState } from 'react';
import type { Fault, Result } from '../../shared/fault.ts';
import { Button } from './button.tsx';
import styles from './copy-link.module.css';
import { bilingual, useCopy } from './language.tsx';

const copy = bilingual(
  {
    copyLink: 'Copy link',
    copied: 'Link copied',
    notCopied: 'The browser did not let the link be copied. It stands in the address bar now.',
  },
  {
    copyLink: 'リンクをコピー',
    copied: 'コピーしました',
    notCopied: 'ブラウザーがコピーを許可しませんでした。リンクはアドレス欄にあります。',
  },
);

interface CopyLinkProps {
  /** The fragment that holds what a room has to bring back. */
  readonly link: () => Promise<Result<string>>;
  readonly onFault: (fault: Fault) => void;
}

/** Copies the address of the page as it stands. */
export function CopyLink({ link, onFault }: CopyLinkProps) {
  const words = useCopy(copy);
  const [said, setSaid] = useState('');
  async function copyIt(): Promise<void> {
    const fragment = await link();
    if (!fragment.ok) return onFault(fragment.fault);
    try {
      await navigator.clipboard.writeText(location.href.replace(/#.*$/, '') + fragment.value);
      setSaid(words.copied);
    } catch {
      history.replaceState(history.state, '', fragment.value);
      setSaid(words.notCopied);
    }
    return undefined;
  }
  return (
    <>
      <Button onClick={() => void copyIt()}>{words.copyLink}</Button>
      <span role="status" className={styles['said']}>
        {said}
      </span>
    </>
  );
}
