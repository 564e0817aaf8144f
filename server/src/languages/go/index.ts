import type { Language } from '../language';
import edits from './edits';
import { lower } from './lower';
import { MODELS } from './models.generated';
import { packageOf, resolveImport } from './resolve';

const go: Language = {
  id: 'go',
  extensions: { '.go': 'go' },
  lower,
  resolveImport,
  packageOf,
  structural: true,
  models: MODELS,
  edits,
  lineComment: '//',
};

export default go;
