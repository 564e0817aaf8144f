import { model } from '../../../facts/model';
import { made, QUOTING } from './_words';

const PLAIN = '{Print,Println,Fatal,Fatalln,Panic,Panicln}($*)';
const FORMAT = '{Printf,Fatalf,Panicf}($*)';

export default model({
  library: 'log',
  types: { Logger: [...made('log', 'Logger'), 'New()', 'Default()'] },
  sinks: {
    log: [
      { at: `log.${PLAIN}` },
      { at: `log.${FORMAT}`, harmlessConversions: QUOTING },
      { at: `Logger.${PLAIN}` },
      { at: `Logger.${FORMAT}`, harmlessConversions: QUOTING },
      { at: 'Output($1)' },
      { at: 'Logger.Output($1)' },
    ],
  },
  propagators: [
    { at: 'log.{New,Default,SetOutput,SetFlags,SetPrefix}()', to: [] },
    { at: 'Logger.*()', to: [] },
  ],
  operations: {
    'control.exit': [
      'log.{Fatal,Fatalf,Fatalln,Panic,Panicf,Panicln}()',
      'Logger.{Fatal,Fatalf,Fatalln,Panic,Panicf,Panicln}()',
    ],
  },
});
