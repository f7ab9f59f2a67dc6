import type { Notice as NoticeData } from '../../playground-state.ts';
import { Button } from '../../../../ui/button.tsx';
import { FaultWords } from '../../../../ui/fault-words.tsx';
import { bilingual, useCopy } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import styles from './notices.module.css';

const copy = bilingual(
  {
    opened: 'Opened from a link. What you had here before is kept.',
    bringBack: 'Bring it back',
  },
  {
    opened: 'リンクから開きました。それまでの内容は残してあります。',
    bringBack: '元に戻す',
  },
);

interface NoticesProps {
  readonly notices: readonly NoticeData[];
  readonly onDismiss: (key: number) => void;
  readonly onBringBack: () => void;
}

/** What the reader should know, newest last; each stays until it is dismissed. */
export function Notices({ notices, onDismiss, onBringBack }: NoticesProps) {
  const words = useCopy(copy);
  if (notices.length === 0) return null;
  return (
    <div className={styles['notices']}>
      {notices.map((notice) => (
        <Notice
          key={notice.key}
          tone={'fault' in notice ? 'alert' : 'status'}
          onDismiss={() => onDismiss(notice.key)}
        >
          {'fault' in notice ? (
            <FaultWords fault={notice.fault} />
          ) : (
            <>
              {words.opened} <Button onClick={onBringBack}>{words.bringBack}</Button>
            </>
          )}
        </Notice>
      ))}
    </div>
  );
}
