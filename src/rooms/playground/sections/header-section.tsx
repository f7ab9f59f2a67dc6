import { valueOf } from '../../../state/async.ts';
import { CopyLink } from '../../../ui/copy-link.tsx';
import { InHeader } from '../../../ui/header-slot.tsx';
import { bilingual, useCopy } from '../../../ui/language.tsx';
import { Select } from '../../../ui/select.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { LiveAccess, LiveChip } from '../live/live-parts.ts';
import { modelIds, models } from '../models.ts';
import { ModelChip } from '../parts/model-chip/model-chip.tsx';
import { usePlayground, usePlaygroundState } from '../playground-context.tsx';
import styles from '../playground-room.module.css';
import { useExport } from '../use-export.ts';

const copy = bilingual(
  {
    model: 'Model',
    live: (name: string) => `live: ${name}`,
  },
  {
    model: 'モデル / Model',
    live: (name) => `ライブ：${name}`,
  },
);

/** Tells a model behind the proxy from one of the page that has its name. */
const livePrefix = 'live:';

/** What the room puts into the page's header: the model and what can be taken along. */
export function HeaderSection() {
  const playground = usePlayground();
  const exporter = useExport();
  return (
    <InHeader>
      <TheModel />
      <CopyLink link={playground.link} onFault={(fault) => playground.notify({ fault })} />
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
  const loading = usePlaygroundState((state) => state.loading);
  const live = usePlaygroundState((state) => state.live);
  const offers = usePlaygroundState((state) => valueOf(state.offers));
  // One that a link names is in the list before the proxy has told what it has.
  const names = [...new Set([...(offers ?? []).map(({ id }) => id), ...(live === undefined ? [] : [live])])];
  const denied = usePlaygroundState(
    ({ offers: all }) => all.phase === 'failed' && all.fault.code === 'access-denied',
  );
  // What cannot be had is not shown as if it answered; choosing it is another try.
  const own = phase === 'failed' ? (answering?.id ?? chosen) : chosen;
  return (
    <span className={styles['model']}>
      <Select
        label={words.model}
        labelHidden
        value={live === undefined ? own : `${livePrefix}${live}`}
        onChange={(value) => {
          const id = modelIds.find((each) => each === value);
          if (id !== undefined) void playground.chooseModel(id);
          else playground.chooseLive(value.slice(livePrefix.length));
        }}
        options={[
          ...models.map(({ id }) => ({ value: id as string, text: id })),
          ...names.map((name) => ({ value: `${livePrefix}${name}`, text: words.live(name) })),
        ]}
      />
      {live === undefined ? (
        <ModelChip
          chosen={chosen}
          phase={phase}
          answering={answering}
          loading={loading}
          onCancel={playground.cancelModel}
        />
      ) : (
        <LiveChip />
      )}
      {denied && <LiveAccess />}
    </span>
  );
}
