import { Component, type ReactNode } from 'react';
import type { KeyValueStorage } from '../state/storage.ts';
import { setAside } from '../state/storage.ts';
import { playgroundKey } from '../state/storage-keys.ts';
import { Button } from '../ui/button.tsx';
import { useCopy } from '../ui/language.tsx';
import { appCopy } from './copy.ts';
import styles from './shell.module.css';

interface Props {
  readonly storage: KeyValueStorage;
  readonly children: ReactNode;
}

/** Shows what happened instead of a blank page, and two ways on that lose nothing. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | undefined }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <Crashed
        error={error}
        onAfresh={() => {
          setAside(this.props.storage, playgroundKey);
          location.reload();
        }}
      />
    );
  }
}

function Crashed({ error, onAfresh }: { readonly error: Error; readonly onAfresh: () => void }) {
  const words = useCopy(appCopy);
  return (
    <div role="alert" className={styles['centre']}>
      <p>{words.crashed}</p>
      <p>{words.crashKept}</p>
      <p className={styles['row']}>
        <Button look="primary" onClick={() => location.reload()}>
          {words.reload}
        </Button>
        <Button onClick={onAfresh}>{words.startAfresh}</Button>
      </p>
      <p>{words.afreshHint}</p>
      <details>
        <summary>{words.details}</summary>
        <pre>{error.stack ?? error.message}</pre>
      </details>
    </div>
  );
}
