import { bilingual } from '../../ui/language.tsx';
import { PlaygroundRoom } from './playground-room.tsx';

export const playgroundRoom = {
  id: 'playground',
  path: '/',
  name: bilingual('Playground', 'プレイグラウンド'),
  Room: PlaygroundRoom,
};
