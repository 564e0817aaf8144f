import type { ModuleIR } from '../../ir/ir';
import { PageWriter } from '../page-writer';
import { readJinja } from './jinja';

/** The family that a template is of, by its ending and by what only one of them writes. */
export function readTemplate(text: string, uri: string): ModuleIR {
  if (text.includes('{{') || text.includes('{%')) return readJinja(text, uri);
  return new PageWriter(uri, { kind: 'page', comment: ['<!--', '-->'] }, text).finish();
}
