import { bilingual } from '../../ui/language.tsx';
import { en } from './copy.en.ts';
import { ja } from './copy.ja.ts';

export const copy = bilingual({ ...en }, { ...ja });
