import { model } from '../../../facts/model';
import { each, LOG_LEVELS, QUOTING, sinks } from './_words';

const LEVELS = ['debug', 'info', 'warning', 'warn', 'error', 'critical', 'exception', 'fatal'];

export default model({
  library: 'logging',
  types: {
    Logger: ['getLogger()', 'LoggerAdapter()', 'root', 'type logging#Logger', 'type logging#LoggerAdapter'],
  },
  sinks: {
    log: sinks([`Logger.${LOG_LEVELS}($*)`, 'Logger.log($1…)', ...each(LEVELS, '($*)'), 'log($1…)'], {
      harmlessConversions: QUOTING,
    }),
    path: ['FileHandler($0)', 'handlers.{RotatingFileHandler,TimedRotatingFileHandler,WatchedFileHandler}($0)'],
  },
  propagators: [
    { at: 'Logger.*()', to: [] },
    ...each([...LEVELS, 'log', 'getLogger', 'basicConfig'], '()').map((at) => ({ at, to: [] })),
  ],
});
