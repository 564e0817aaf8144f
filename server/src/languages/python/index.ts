import type { Language } from '../language';
import edits from './edits';
import { lower } from './lower';
import { MODELS } from './models.generated';
import { resolveImport } from './resolve';

const python: Language = {
  id: 'python',
  extensions: {
    '.py': 'python',
    '.pyw': 'python',
  },
  lower,
  resolveImport,
  models: MODELS,
  edits,
  lineComment: '#',
};

export default python;
