import { useState } from 'react';
import { formatCount } from '../../../core/numbers/format.ts';
import { valueOf } from '../../../state/async.ts';
import { Button } from '../../../ui/button.tsx';
import { InHeader } from '../../../ui/header-slot.tsx';
import { bilingual, useCopy } from '../../../ui/language.tsx';
import { Select } from '../../../ui/select.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { models, type ModelId } from '../models.ts';
import { usePlayground, usePlaygroundState } from '../playground-context.tsx';
import styles from '../playground-room.module.css';
import { useExport } from '../use-export.ts';

const copy = bilingual(
  {
    model: 'Model',
    ngrams: (count: string) => `${count} n-grams, in this page`,
    loading: (percent: string) => `loading ${percent}`,
    failed: 'could not be loaded',
    copyLink: 'Copy link',
    copied: 'Link copied',
    notCopied: 'The browser did not let the link be copied. It stands in the address bar now.',
  },
  {
    model: 'モデル / Model',
    ngrams: (count: string) => `n-gram ${count} 個・このページ内で動作`,
    loading: (percent: string) => `読み込み中 ${percent}`,
    failed: '読み込めませんでした',
    copyLink: 'リンクをコピー',
    copied: 'コピーしました',
    notCopied: 'ブラウザーがコピーを許可しませんでした。リンクはアドレス欄にあります。',
  },
);

/** What the room puts into the page's header: the model and what can be taken along. */
export function HeaderSection() {
  const words = useCopy(copy);
  const exporter = useExport();
  return (
    <InHeader>
      <span className={styles['model']}>
        <Select<ModelId>
          label={words.model}
          labelHidden
          value={usePlaygroundState((state) => state.modelId)}
          onChange={() => undefined}
          options={models.map(({ id }) => ({ value: id, text: id }))}
        />
        <ModelFacts />
      </span>
      <CopyLink />
      <ExportMenu ready={exporter.ready} onExport={exporter.save} />
    </InHeader>
  );
}

function ModelFacts() {
  const words = useCopy(copy);
  const model = usePlaygroundState((state) => state.model);
  const loading = usePlaygroundState((state) => state.loading);
  const info = valueOf(model);
  if (info !== undefined)
    return <span className={styles['facts']}>{words.ngrams(formatCount(info.parameters))}</span>;
  if (model.phase === 'failed') return <span className={styles['facts']}>{words.failed}</span>;
  const share = loading && loading.total > 0 ? loading.loaded / loading.total : 0;
  return <span className={styles['facts']}>{words.loading(`${Math.round(share * 100)} %`)}</span>;
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
