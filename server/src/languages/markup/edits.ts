import type { LanguageEdits } from '../../fixes/edits';

/** Templates hold text around their code; what fixes do to code of a language is not for them. */
const edits: LanguageEdits = {
  string: (text, quote) => quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote,
  list: (items) => `[${items.join(', ')}]`,
  tuple: (items) => `(${items.join(', ')})`,
  object: (entries) => `{${entries.map(({ key, value }) => `${key}: ${value}`).join(', ')}}`,
  keyword: (name, value) => `${name}=${value}`,
  boolean: String,
  importStatement: () => undefined,
  importPlace: () => ({ offset: 0, prefix: '', suffix: '' }),
  environment: (name) => ({ expression: name }),
  terminator: '',
  comment: (text) => `{# ${text} #}`,
  surface: {
    lineComments: [],
    blockComments: [
      ['{#', '#}'],
      ['<!--', '-->'],
    ],
    strings: [],
    adjacent: false,
    sum: '+',
    regex: false,
    indented: false,
    percent: false,
    formatMethods: {},
    formatCalls: [],
    arrows: [],
    listOpenings: [],
  },
  imports: () => [],
  localName: (library) => library,
  libraryName: (specifier) => specifier,
  concat: (parts) => parts.map((part) => ('literal' in part ? part.literal : part.expression)).join(''),
  words: {},
  helpers: {},
};

export default edits;
