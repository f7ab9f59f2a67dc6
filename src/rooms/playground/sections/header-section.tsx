import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { InHeader } from '../../../ui/header-slot.tsx';
import { bilingual, useCopy } from '../../../ui/language.tsx';
import { Select } from '../../../ui/select.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { models, type ModelId } from '../models.ts';
import { ModelChip } from '../parts/model-chip/model-chip.tsx';
import { usePlayground, usePlaygroundState } from '../playground-context.tsx';
import styles from '../playground-room.module.css';
import { useExport } from '../use-export.ts';

const copy = bilingual(
  {
    model: 'Model',
    copyLink: 'Copy link',
    copied: 'Link copied',
    notCopied: 'The browser did not let the link be copied. It stands in the address bar now.',
  },
  {
    model: 'モデル / Model',
    copyLink: 'リンクをコピー',
    copied: 'コピーしました',
    notCopied: 'ブラウザーがコピーを許可しませんでした。リンクはアドレス欄にあります。',
  },
);

/** What the room puts into the page's header: the model and what can be taken along. */
export function HeaderSection() {
  const exporter = useExport();
  return (
    <InHeader>
      <TheModel />
      <CopyLink />
      <ExportMenu ready={exporter.ready} onExport={exporter.save} />
    </InHeader>
  );
}

function TheModel() {
  const words = useCopy(copy);
  const playground = usePlayground();
  const chosen = usePlaygroundState((state) => state.modelId);
  const phase = usePlaygroundState((state) => state.model.phase);
  const answering = usePlaygroundState((state) => state.answering);
  return (
    <span className={styles['model']}>
      <Select<ModelId>
        label={words.model}
        labelHidden
        // What cannot be had is not shown as if it answered; choosing it is another try.
        value={phase === 'failed' ? (answering?.id ?? chosen) : chosen}
        onChange={(id) => void playground.chooseModel(id)}
        options={models.map(({ id }) => ({ value: id, text: id }))}
      />
      <ModelChip
        chosen={chosen}
        phase={phase}
        answering={answering}
        loading={usePlaygroundState((state) => state.loading)}
        onCancel={playground.cancelModel}
      />
    </span>
  );
}

function CopyLink() {
  const words = useCopy(copy);
  const playground = usePlayground();
  const [said, setSaid] = useState('');
  async function copyLink(): Promise<void> {
    const link = await playground.link();
    if (!link.ok) {
      playground.notify({ fault: link.fault });
      return;
    }
    const address = location.href.replace(/#.*$/, '') + link.value;
    try {
      await navigator.clipboard.writeText(address);
      setSaid(words.copied);
    } catch {
      history.replaceState(history.state, '', link.value);
      setSaid(words.notCopied);
    }
  }
  return (
    <>
      <Button onClick={() => void copyLink()}>{words.copyLink}</Button>
      <span role="status" className={styles['said']}>
        {said}
      </span>
    </>
  );
}
