import { model } from '../../../facts/model';

export default model({
  library: 'io.pebbletemplates.pebble',
  aliases: ['com.mitchellbosecke.pebble'],
  types: {
    Builder: [
      'type io.pebbletemplates.pebble.PebbleEngine.Builder',
      'PebbleEngine.Builder()',
      'Builder.{loader,cacheActive,strictVariables,autoEscaping,newLineTrimming,extension,defaultLocale}()',
    ],
    Engine: ['type io.pebbletemplates.pebble.PebbleEngine', 'PebbleEngine.Builder().build()'],
  },
  sinks: {
    template: ['Engine.getLiteralTemplate($0)', { at: 'Engine.getTemplate($0)', variant: 'name' }],
  },
  configs: [
    {
      kind: 'template-engine',
      at: 'Builder.autoEscaping()',
      options: { escape: { from: ['$0'] } },
      fix: { escape: '$0 = true' },
    },
  ],
});
