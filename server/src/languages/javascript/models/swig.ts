import { model } from '../../../facts/model';

export default model({
  library: 'swig',
  aliases: ['swig-templates', 'swig-email-templates'],
  types: { Engine: ['Swig()'] },
  sinks: {
    template: [
      'swig.{render,compile,precompile}($0)',
      'Engine.{render,compile,precompile}($0)',
      { at: 'swig.{renderFile,compileFile}($0)', variant: 'name' },
      { at: 'Engine.{renderFile,compileFile}($0)', variant: 'name' },
    ],
  },
  renders: ['swig.renderFile()', 'Engine.renderFile()'].map((at) => ({ at, template: '$0', values: ['$1'] })),
  configs: [
    {
      kind: 'template-engine',
      at: 'swig.setDefaults()',
      options: { escape: { from: ['$0.autoescape'], unset: true } },
      fix: { escape: '$0.autoescape = true' },
    },
    {
      kind: 'template-engine',
      at: 'Swig()',
      options: { escape: { from: ['$0.autoescape'], unset: true } },
      fix: { escape: '$0.autoescape = true' },
    },
  ],
});
