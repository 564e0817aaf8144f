import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.log4j',
  types: { Log: ['type org.apache.log4j.Logger', 'Logger.{getLogger,getRootLogger}()'] },
  sinks: { log: ['Log.{trace,debug,info,warn,error,fatal}($*)'] },
  propagators: [{ at: 'Log.*()', to: [] }],
});
