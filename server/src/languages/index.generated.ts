// Written by `npm run codegen`. Do not edit.
import javascript from './javascript';
import type { Language } from './language';

export const LANGUAGES: readonly Language[] = [
  javascript,
];
