import { createContext, use } from 'react';

export const languages = ['en', 'ja'] as const;
export type Language = (typeof languages)[number];

/**
 * The shape that a translation must fill: the same keys, strings for strings, and for a sentence with
 * blanks a function of the same arguments. A missing key or blank does not compile.
 */
export type Copy<T> = T extends string
  ? string
  : T extends (...blanks: infer Blanks) => string
    ? (...blanks: Blanks) => string
    : { readonly [Key in keyof T]: Copy<T[Key]> };

/** One part's words in every language. The English ones set the shape. */
export type Bilingual<T> = { readonly [L in Language]: Copy<T> };

export function bilingual<const T>(en: T & Copy<T>, ja: Copy<T>): Bilingual<T> {
  return { en, ja };
}

export const LanguageContext = createContext<Language>('en');

export function useLanguage(): Language {
  return use(LanguageContext);
}

/** The words of one part in the reader's language. */
export function useCopy<T>(copy: Bilingual<T>): Copy<T> {
  return copy[use(LanguageContext)];
}
