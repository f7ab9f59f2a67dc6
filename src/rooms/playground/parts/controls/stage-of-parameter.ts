import type { StageName } from '../../../../core/sampling/stages.ts';
import type { ShownParameter } from './parameter-field.tsx';

/** The stage that a number belongs to. */
export const stageOfParameter: Readonly<Record<ShownParameter, StageName>> = {
  temperature: 'temperature',
  topK: 'top-k',
  topP: 'top-p',
  minP: 'min-p',
  repetition: 'penalties',
  frequency: 'penalties',
  presence: 'penalties',
  lastN: 'penalties',
};
