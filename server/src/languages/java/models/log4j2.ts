import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.logging.log4j',
  types: { Log: ['type org.apache.logging.log4j.Logger', 'LogManager.{getLogger,getRootLogger}()'] },
  sinks: {
    log: [
      'Log.{info,warn,error,fatal}($*)',
      'Log.{log,printf}($1…)',
      { at: 'Log.{trace,debug}($*)', variant: 'debugging' },
    ],
  },
  propagators: [{ at: 'Log.*()', to: [] }],
});
