import type { Notice as NoticeData } from '../../playground-state.ts';
import { Button } from '../../../../ui/button.tsx';
import { copy as uiCopy } from '../../../../ui/copy.ts';
import { FaultWords } from '../../../../ui/fault-words.tsx';
import { bilingual, useCopy } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import styles from './notices.module.css';

const copy = bilingual(
  {
    opened: 'Opened from a link. What you had here before is kept.',
    bringBack: 'Bring it back',
    noProxy:
      'There is no proxy behind this page, so live models cannot be asked. The models of the page work as ever.',
    unavailable: (model: string, other: string) => `${model} is not there, so ${other} answers.`,
  },
  {
    opened: 'リンクから開きました。それまでの内容は残してあります。',
    bringBack: '元に戻す',
    noProxy:
      'このページの後ろにプロキシーがないため、ライブモデルには尋ねられません。ページ内のモデルはいつもどおり使えます。',
    unavailable: (model, other) => `${model} を使えないため、${other} が答えています。`,
  },
);

interface NoticesProps {
  readonly notices: readonly NoticeData[];
  readonly onDismiss: (key: number) => void;
  readonly onBringBack: () => void;
  /** Another try at the chosen model. */
  readonly onRetry: () => void;
}

/** What the reader should know, newest last; each stays until it is dismissed. */
export function Notices(props: NoticesProps) {
  const { notices, onDismiss } = props;
  return (
    <div className={styles['notices']}>
      {notices.map((notice) => (
        <Notice
          key={notice.key}
          tone={'said' in notice ? 'status' : 'alert'}
          onDismiss={() => onDismiss(notice.key)}
        >
          <NoticeWords notice={notice} {...props} />
        </Notice>
      ))}
    </div>
  );
}

function NoticeWords({ notice, onBringBack, onRetry }: NoticesProps & { readonly notice: NoticeData }) {
  const words = useCopy(copy);
  const { retry } = useCopy(uiCopy);
  if ('fault' in notice) return <FaultWords fault={notice.fault} />;
  if ('said' in notice && notice.said === 'no-proxy') return words.noProxy;
  if ('said' in notice)
    return (
      <>
        {words.opened} <Button onClick={onBringBack}>{words.bringBack}</Button>
      </>
    );
  return (
    <>
      {words.unavailable(notice.unavailable, notice.answering)} <FaultWords fault={notice.reason} />{' '}
      <Button onClick={onRetry}>{retry}</Button>
    </>
  );
}
