import { Menu } from '../../../ui/menu.tsx';
import { useCopy } from '../../../ui/language.tsx';
import { copy } from './copy.ts';
import { exportKinds, type ExportKind } from './export-kinds.ts';

interface Props {
  /** There is a distribution and a vocabulary to export. */
  readonly ready: boolean;
  readonly onExport: (kind: ExportKind) => void;
}

export function ExportMenu({ ready, onExport }: Props) {
  const words = useCopy(copy);
  const items = exportKinds.map((kind) => ({
    id: kind,
    text: words[kind],
    disabled: !ready && kind !== 'json',
    onChoose: () => onExport(kind),
  }));
  return <Menu label={words.menu} trigger={words.menu} items={items} />;
}
