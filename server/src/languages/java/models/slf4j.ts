import { model } from '../../../facts/model';

export default model({
  library: 'org.slf4j',
  types: { Log: ['type org.slf4j.Logger', 'LoggerFactory.getLogger()', 'type ch.qos.logback.classic.Logger'] },
  sinks: {
    log: ['Log.{info,warn,error}($*)', { at: 'Log.{trace,debug}($*)', variant: 'debugging' }],
    'log-field': ['MDC.put($1)'],
  },
  propagators: [{ at: 'Log.*()', to: [] }],
});
