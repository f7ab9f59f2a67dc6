import { en } from './copy.en.ts';
import { ja } from './copy.ja.ts';
import { bilingual } from './language.tsx';

/** The few words that the kit itself says. */
export const copy = bilingual(en, ja);
