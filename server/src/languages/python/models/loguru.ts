import { model } from '../../../facts/model';

export default model({
  library: 'loguru',
  types: { Log: ['logger', 'Log.{bind,opt,patch,contextualize}()', 'type loguru#Logger'] },
  sinks: {
    log: [
      'Log.{trace,debug,info,success,warning,error,critical,exception}($0)',
      'Log.{trace,debug,info,success,warning,error,critical,exception}($1…)',
      'Log.log($1…)',
    ],
    'log-field': ['Log.{bind,contextualize}($*)'],
    path: ['Log.add($0)'],
  },
  propagators: [{ at: 'Log.*()', to: [] }],
});
