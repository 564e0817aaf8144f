import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.commons.logging',
  types: { Log: ['type org.apache.commons.logging.Log', 'LogFactory.getLog()'] },
  sinks: { log: ['Log.{info,warn,error,fatal}($*)', { at: 'Log.{trace,debug}($*)', variant: 'debugging' }] },
  propagators: [{ at: 'Log.*()', to: [] }],
});
