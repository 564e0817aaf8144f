import { model } from '../../../facts/model';

export default model({
  library: 'eta',
  aliases: ['squirrelly', '@eta-dev/eta'],
  types: { Engine: ['Eta()', 'type eta#Eta'] },
  sinks: {
    template: [
      {
        at: 'Engine.{renderString,renderStringAsync}($0)',
        bind: { style: '<%= it.name %>', values: 'object', at: 1 },
      },
      'Engine.compile($0)',
      'eta.{render,renderAsync,compile,renderString}($0)',
      { at: 'Engine.{render,renderAsync}($0)', variant: 'name' },
      { at: 'eta.{renderFile,renderFileAsync}($0)', variant: 'name' },
    ],
  },
  configs: [
    {
      kind: 'template-engine',
      at: 'Eta()',
      options: { escape: { from: ['$0.autoEscape'], unset: true } },
      fix: { escape: '$0.autoEscape = true' },
    },
    {
      kind: 'template-engine',
      at: 'eta.configure()',
      options: { escape: { from: ['$0.autoEscape'], unset: true } },
      fix: { escape: '$0.autoEscape = true' },
    },
  ],
});
