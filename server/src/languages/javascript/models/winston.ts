import { model } from '../../../facts/model';

const LEVELS = '{error,warn,warning,info,http,verbose,debug,silly,notice,crit,alert,emerg}';

export default model({
  library: 'winston',
  aliases: ['nest-winston'],
  types: {
    Log: [
      'createLogger()',
      'winston.Logger()',
      'loggers.{add,get}()',
      'Log.child()',
      'type winston#Logger',
      'type winston#default.Logger',
    ],
  },
  sinks: {
    log: [`Log.${LEVELS}($0)`, 'Log.log($1)', 'Log.log($0.message)', `winston.${LEVELS}($0)`, 'winston.log($1)'],
    'log-field': [`Log.${LEVELS}($1…)`, 'Log.log($2…)', 'Log.log($0)', `winston.${LEVELS}($1…)`, 'Log.child($0)'],
  },
  configs: [
    {
      kind: 'log-files',
      at: 'transports.DailyRotateFile()',
      options: { kept: { from: ['$0.maxFiles'], unset: null } },
      fix: { kept: "$0.maxFiles = '90d'", review: 'yes' },
    },
  ],
  propagators: [
    { at: `Log.${LEVELS}()`, to: [] },
    { at: 'Log.log()', to: [] },
    { at: 'winston.*()', to: [] },
  ],
});
