import { model } from '../../../facts/model';

/** Fields are encoded by the renderer; the event itself is text. */
export default model({
  library: 'structlog',
  types: { Log: ['get_logger()', 'getLogger()', 'stdlib.get_logger()', 'Log.{bind,new,unbind}()'] },
  sinks: {
    log: ['Log.{debug,info,warning,warn,error,critical,exception,msg,fatal}($0)'],
    'log-field': ['Log.{debug,info,warning,warn,error,critical,exception,msg,fatal,bind}($*)'],
  },
  propagators: [{ at: 'Log.*()', to: [] }],
});
