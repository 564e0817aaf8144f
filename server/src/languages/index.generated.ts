// Written by `npm run codegen`. Do not edit.
import go from './go';
import java from './java';
import javascript from './javascript';
import markup from './markup';
import python from './python';
import type { Language } from './language';

export const LANGUAGES: readonly Language[] = [
  go,
  java,
  javascript,
  markup,
  python,
];
