import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.log4j',
  types: { Log: ['type org.apache.log4j.Logger', 'Logger.{getLogger,getRootLogger}()'] },
  sinks: { log: ['Log.{info,warn,error,fatal}($*)', { at: 'Log.{trace,debug}($*)', variant: 'debugging' }] },
  propagators: [{ at: 'Log.*()', to: [] }],
});
