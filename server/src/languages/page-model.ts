import { type Model, model } from '../facts/model';

/** The library that templates are lowered to: its calls write values into a page. */
export const PAGE = '$Page';
/** The same where a library is a package with classes. */
export const PAGE_CLASS = `page.${PAGE}`;
/** A name that no template can write: whether the engine escapes. */
export const ESCAPES_NAME = '\u0000escapes';

/** Escaping for HTML is not enough in these places. */
const CONTEXTS = ['attribute', 'event', 'script', 'string', 'style'];

/** What an address begins with that cannot be a script. */
const ADDRESSES = ['http*', '/*', '#*', '?*', 'mailto:*', 'tel:*', './*', '../*'];

/** `write(value, escapes, context)`: what the front ends of all templates say of what they write. */
export const PAGE_MODEL: Model = model({
  library: PAGE,
  aliases: [PAGE_CLASS],
  // What engines hand to every page of the request that it answers.
  sources: { remote: ['parameters.*', 'parameters[]'] },
  sinks: {
    'template-output': [
      { at: 'write($0)', when: { $1: false } },
      {
        at: 'write($0)',
        unless: { $1: [true, false] },
        variant: 'engine',
        provided: { config: 'template-engine', option: 'escape', is: false },
      },
    ],
    'html-script': [
      ...CONTEXTS.map((context) => ({ at: 'write($0)', when: { $2: context }, variant: context })),
      {
        at: 'write($0)',
        when: { $2: 'url' },
        unless: { $0: ADDRESSES },
        harmlessAs: ['redirect', 'url'],
        variant: 'url',
      },
    ],
  },
  configs: [
    { kind: 'template-engine', at: 'region()', options: { escape: { from: ['$0'] } } },
    // The fourth argument says that it is a variable of the template, and what it is called.
    {
      kind: 'raw-output',
      at: 'write()',
      when: { $1: false },
      options: { value: { from: ['$0'] }, name: { from: ['$3'] } },
    },
  ],
  renders: [
    { at: 'include()', template: '$0', values: ['$1'], inherits: true },
    { at: 'includeOnly()', template: '$0', values: ['$1'] },
  ],
});
