import type { ModuleIR } from '../../ir/ir';
import { PageWriter } from '../page-writer';
import { readHandlebars } from './handlebars';
import { readJinja } from './jinja';

/** Only Handlebars and Mustache write these. */
const MUSTACHES = /\{\{[#/^>&{]/;

/** The family that a template is of, by its ending and by what only one of them writes. */
export function readTemplate(text: string, uri: string): ModuleIR {
  if (/\.(?:hbs|handlebars|mustache)$/i.test(uri)) return readHandlebars(text, uri);
  const hasBraces = text.includes('{{');
  if (hasBraces && !text.includes('{%') && MUSTACHES.test(text)) return readHandlebars(text, uri);
  if (hasBraces || text.includes('{%')) return readJinja(text, uri);
  return new PageWriter(uri, { kind: 'page', comment: ['<!--', '-->'] }, text).finish();
}
