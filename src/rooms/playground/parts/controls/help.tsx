import { useCopy } from '../../../../ui/language.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import styles from './controls.module.css';
import { copy } from './copy.ts';

/** A `?` that opens one or two sentences. */
export function Help({ name, children }: { readonly name: string; readonly children: string }) {
  const words = useCopy(copy);
  return (
    <Popover
      label={words.about(name)}
      trigger="?"
      triggerProps={{ look: 'plain', className: styles['help'] }}
    >
      <p>{children}</p>
    </Popover>
  );
}
