import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.commons.logging',
  types: { Log: ['type org.apache.commons.logging.Log', 'LogFactory.getLog()'] },
  sinks: { log: ['Log.{trace,debug,info,warn,error,fatal}($*)'] },
  propagators: [{ at: 'Log.*()', to: [] }],
});
