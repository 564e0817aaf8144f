import type { Language } from '../language';
import edits from './edits';
import { lower } from './lower';
import { MODELS } from './models.generated';
import { readEjs } from './pages/ejs';
import { readPug } from './pages/pug';
import { resolveImport } from './resolve';

const javascript: Language = {
  id: 'javascript',
  extensions: {
    '.js': 'javascript',
    '.cjs': 'javascript',
    '.mjs': 'javascript',
    '.jsx': 'javascript',
    '.ts': 'typescript',
    '.mts': 'typescript',
    '.cts': 'typescript',
    '.tsx': 'tsx',
    '.ejs': 'javascript',
    '.pug': 'javascript',
    '.jade': 'javascript',
  },
  readers: { '.ejs': readEjs, '.pug': readPug, '.jade': readPug },
  lower,
  resolveImport,
  models: MODELS,
  edits,
  lineComment: '//',
};

export default javascript;
