import type { Language } from '../language';
import edits from './edits';
import { lower } from './lower';
import { MODELS } from './models.generated';
import { readJsp } from './pages/jsp';
import { resolveImport } from './resolve';

const PAGES = ['.jsp', '.jspf', '.jspx', '.tag', '.tagx'];

const java: Language = {
  id: 'java',
  extensions: { '.java': 'java', ...Object.fromEntries(PAGES.map((ending) => [ending, 'java'])) },
  readers: Object.fromEntries(PAGES.map((ending) => [ending, readJsp])),
  lower,
  resolveImport,
  models: MODELS,
  edits,
  lineComment: '//',
};

export default java;
