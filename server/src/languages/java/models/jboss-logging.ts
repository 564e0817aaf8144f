import { model } from '../../../facts/model';

export default model({
  library: 'org.jboss.logging',
  types: { Log: ['type org.jboss.logging.Logger', 'Logger.getLogger()'] },
  sinks: { log: ['Log.{trace,debug,info,warn,error,fatal,tracef,debugf,infof,warnf,errorf,fatalf}($*)'] },
  propagators: [{ at: 'Log.*()', to: [] }],
});
