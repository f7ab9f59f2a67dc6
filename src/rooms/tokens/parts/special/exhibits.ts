import type { SpecialTokensProps } from './special-tokens.tsx';

type Shown = Pick<SpecialTokensProps, 'mode' | 'found'>;

const several = [
  { token: '<|endoftext|>', count: 2 },
  { token: '<|fim_prefix|>', count: 1 },
  { token: '<|endofprompt|>', count: 1204 },
];

/** The states of the part, by name. */
export const specialExhibits: Readonly<Record<string, Shown>> = {
  'parsed, several': { mode: 'parse', found: several },
  'parsed, one': { mode: 'parse', found: several.slice(1, 2) },
  'as text, several': { mode: 'text', found: several },
  'as text, one': { mode: 'text', found: several.slice(1, 2) },
};
