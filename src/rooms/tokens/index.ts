import { bilingual } from '../../ui/language.tsx';
import { later } from '../../ui/later.tsx';

/** Its code comes when the room is entered. */
export const tokensRoom = {
  id: 'tokens',
  path: '/tokens',
  name: bilingual('Tokens', 'トークン'),
  Room: later(() => import('./tokens-room.tsx').then((part) => part.TokensRoom)),
};
