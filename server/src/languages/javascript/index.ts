import type { Language } from '../language';
import { lower } from './lower';
import { resolveImport } from './resolve';

const javascript: Omit<Language, 'edits'> = {
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
  },
  lower,
  resolveImport,
  models: [],
  lineComment: '//',
};

export default javascript;
