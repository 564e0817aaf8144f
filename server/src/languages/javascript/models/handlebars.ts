import { model } from '../../../facts/model';
import { ESCAPE_HTML } from './_words';

export default model({
  library: 'handlebars',
  aliases: ['handlebars/dist/cjs/handlebars', 'express-handlebars', 'hbs'],
  types: { Engine: ['handlebars.create()', 'handlebars.handlebars', 'handlebars.default'] },
  sinks: {
    html: [
      { at: 'handlebars.SafeString($0)', variant: 'trusted', fix: ESCAPE_HTML },
      { at: 'Handlebars.SafeString($0)', variant: 'trusted', fix: ESCAPE_HTML },
    ],

    template: [
      'handlebars.{compile,precompile}($0)',
      'Handlebars.{compile,precompile}($0)',
      'Engine.{compile,precompile}($0)',
    ],
  },
  sanitizers: [
    { at: 'handlebars.escapeExpression()', cleans: ['html'] },
    { at: 'handlebars.Utils.escapeExpression()', cleans: ['html'] },
  ],
  configs: [
    ...['handlebars', 'Handlebars', 'Engine'].map((root) => ({
      kind: 'template-engine' as const,
      at: `${root}.{compile,precompile}()`,
      options: { raw: { from: ['$1.noEscape'], unset: false } },
      fix: { raw: '$1.noEscape -' },
    })),
  ],
});
