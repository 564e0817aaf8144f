import type { ModuleIR } from '../../ir/ir';
import { PageWriter } from '../page-writer';
import { readFreemarker } from './freemarker';
import { readHandlebars } from './handlebars';
import { readJinja } from './jinja';
import { readThymeleaf } from './thymeleaf';

/** Only Handlebars and Mustache write these. */
const MUSTACHES = /\{\{[#/^>&{]/;

const THYMELEAF = /\s(?:th|data-th)[:-][a-z]+=|xmlns:th=/;

/** The family that a template is of, by its ending and by what only one of them writes. */
export function readTemplate(text: string, uri: string): ModuleIR {
  if (/\.(?:hbs|handlebars|mustache)$/i.test(uri)) return readHandlebars(text, uri);
  if (/\.ftlh?$/i.test(uri)) return readFreemarker(text, uri);
  if (THYMELEAF.test(text)) return readThymeleaf(text, uri);
  const hasBraces = text.includes('{{');
  if (hasBraces && !text.includes('{%') && MUSTACHES.test(text)) return readHandlebars(text, uri);
  if (hasBraces || text.includes('{%')) return readJinja(text, uri);
  return new PageWriter(uri, { kind: 'page', comment: ['<!--', '-->'] }, text).finish();
}
