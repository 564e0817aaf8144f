import type { Language } from '../language';
import edits from './edits';
import { lower } from './lower';
import { MODELS } from './models.generated';
import { resolveImport } from './resolve';

const java: Language = {
  id: 'java',
  extensions: { '.java': 'java' },
  lower,
  resolveImport,
  models: MODELS,
  edits,
  lineComment: '//',
};

export default java;
