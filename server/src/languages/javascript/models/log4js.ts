import { model } from '../../../facts/model';

const LEVELS = '{trace,debug,info,warn,error,fatal,mark}';

export default model({
  library: 'log4js',
  aliases: ['tracer', 'loglevel', 'consola', 'signale', 'tslog', 'npmlog', 'js-logger'],
  types: {
    Log: [
      'getLogger()',
      'log4js.{colorConsole,console,dailyfile,withTag,withScope,scope,create,extend}()',
      'Logger()',
      'Signale()',
      'type log4js#Logger',
      'type tslog#Logger',
    ],
  },
  sinks: {
    log: [`Log.${LEVELS}($*)`, 'Log.{log,silly,success,start,fail}($*)', `log4js.${LEVELS}($*)`],
  },
  propagators: [{ at: 'Log.*()', to: [] }],
});
