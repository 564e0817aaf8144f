import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';

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
  configs: [
    outdated('org.apache.logging.log4j', ['org.apache.logging.log4j'], {
      by: { 'log4j-core <2.17.1': 'holes' },
      instead: 'log4j-core 2.17.1 or later',
    }),
  ],
});
