import { CopyLink } from '../../../ui/copy-link.tsx';
import { InHeader } from '../../../ui/header-slot.tsx';
import { useCopy } from '../../../ui/language.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { faultOf } from '../../../state/fault-of.ts';
import { copy } from '../copy.ts';
import { idFile, type IdFormat } from '../id-file.ts';
import { useTokensRoom } from '../tokens-context.tsx';

/** What the room puts into the page's header. */
export function HeaderSection() {
  const room = useTokensRoom();
  const words = useCopy(copy);
  const save = (format: IdFormat) => () => {
    room.ids().then(
      (ids) => saveFile(idFile(ids, format)),
      (error: unknown) => room.notify(faultOf(error)),
    );
  };
  return (
    <InHeader>
      <CopyLink link={room.link} onFault={room.notify} />
      <Menu
        label={words.download}
        trigger={words.download}
        items={[
          { id: 'json', text: words.asJson, onChoose: save('json') },
          { id: 'csv', text: words.asCsv, onChoose: save('csv') },
          { id: 'binary', text: words.asBinary, onChoose: save('binary') },
        ]}
      />
    </InHeader>
  );
}
