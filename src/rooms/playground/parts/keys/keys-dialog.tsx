import { Dialog } from '../../../../ui/dialog.tsx';
import { Kbd } from '../../../../ui/kbd.tsx';
import { bilingual, useCopy } from '../../../../ui/language.tsx';
import { Switch } from '../../../../ui/switch.tsx';
import styles from './keys-dialog.module.css';

const copy = bilingual(
  {
    title: 'Keys',
    step: 'add the token under the needle',
    play: 'play or pause',
    redraw: 'a new draw',
    undo: 'take the last action back',
    choose: 'choose a candidate',
    take: 'add the chosen candidate',
    find: 'find a token',
    larger: 'presenter size on or off',
    help: 'this list',
    drag: 'on the tape: move the needle a little; with Page keys more; with Ctrl to the next token',
    off: 'Keys are off while you write in a field.',
    single: 'Single-letter keys',
  },
  {
    title: 'キー操作',
    step: '針の下のトークンを加える',
    play: '再生・一時停止',
    redraw: '引き直す',
    undo: '直前の操作を取り消す',
    choose: '候補を選ぶ',
    take: '選んだ候補を加える',
    find: 'トークンを探す',
    larger: '投影サイズの切り替え',
    help: 'この一覧',
    drag: '帯の上：針を少し動かす。Page キーで大きく、Ctrl と一緒なら隣のトークンへ',
    off: '入力欄に書いている間はキー操作は働きません。',
    single: '1 文字キー操作',
  },
);

const keys = [
  ['Space', 'step'],
  ['P', 'play'],
  ['R', 'redraw'],
  ['U', 'undo'],
  ['↑ ↓', 'choose'],
  ['Enter', 'take'],
  ['/', 'find'],
  ['+', 'larger'],
  ['?', 'help'],
  ['← →', 'drag'],
] as const;

interface KeysDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
}

export function KeysDialog({ open, onClose, singleKeys, onSingleKeys }: KeysDialogProps) {
  const words = useCopy(copy);
  return (
    <Dialog open={open} onClose={onClose} title={words.title}>
      <dl className={styles['keys']}>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{words[does]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles['off']}>{words.off}</p>
      <Switch label={words.single} checked={singleKeys} onChange={onSingleKeys} />
    </Dialog>
  );
}
