import { createContext } from 'react';

/** The name of the encoding whose merges are shown, for what is written under a saved tree. */
export const TreeEncoding = createContext('');
