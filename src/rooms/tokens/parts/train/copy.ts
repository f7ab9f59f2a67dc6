import { bilingual, type Copy } from '../../../../ui/language.tsx';
import { en } from './copy.en.ts';
import { ja } from './copy.ja.ts';

export const copy = bilingual(en, ja);

export type TrainWords = Copy<typeof en>;
