import { model } from '../../../facts/model';

export default model({
  library: 'io.pebbletemplates.pebble',
  aliases: ['com.mitchellbosecke.pebble'],
  types: {
    Engine: ['type io.pebbletemplates.pebble.PebbleEngine', 'PebbleEngine.Builder().build()'],
  },
  sinks: {
    template: ['Engine.getLiteralTemplate($0)', { at: 'Engine.getTemplate($0)', variant: 'name' }],
  },
});
