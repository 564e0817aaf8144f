import type { Language, Reader } from '../language';
import edits from './edits';
import { MODELS } from './models.generated';
import { readTemplate } from './read';

/** Endings of templates that need no grammar; which family one is of its text says. */
const ENDINGS = [
  '.html',
  '.htm',
  '.xhtml',
  '.jinja',
  '.jinja2',
  '.j2',
  '.njk',
  '.nunjucks',
  '.swig',
  '.twig',
  '.liquid',
  '.djhtml',
  '.hbs',
  '.handlebars',
  '.mustache',
  '.ftl',
  '.ftlh',
]; // prettier-ignore

/** Pages with values in them, whatever the program around them is written in. */
const markup: Language = {
  id: 'markup',
  extensions: Object.fromEntries(ENDINGS.map((ending) => [ending, ''])),
  readers: Object.fromEntries(ENDINGS.map((ending): [string, Reader] => [ending, readTemplate])),
  lower: (_tree, uri) => readTemplate('', uri),
  resolveImport: () => undefined,
  models: MODELS,
  edits,
  lineComment: '',
};

export default markup;
