import { model } from '../../../facts/model';

export default model({
  library: 'org.jboss.logging',
  types: { Log: ['type org.jboss.logging.Logger', 'Logger.getLogger()'] },
  sinks: {
    log: [
      'Log.{info,warn,error,fatal,infof,warnf,errorf,fatalf}($*)',
      { at: 'Log.{trace,debug,tracef,debugf}($*)', variant: 'debugging' },
    ],
  },
  propagators: [{ at: 'Log.*()', to: [] }],
});
