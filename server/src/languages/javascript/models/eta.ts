import { model } from '../../../facts/model';

export default model({
  library: 'eta',
  aliases: ['squirrelly', '@eta-dev/eta'],
  types: { Engine: ['Eta()', 'type eta#Eta'] },
  sinks: {
    template: [
      'Engine.{renderString,renderStringAsync,compile}($0)',
      'eta.{render,renderAsync,compile,renderString}($0)',
      { at: 'Engine.{render,renderAsync}($0)', variant: 'name' },
      { at: 'eta.{renderFile,renderFileAsync}($0)', variant: 'name' },
    ],
  },
});
