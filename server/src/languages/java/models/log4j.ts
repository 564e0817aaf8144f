import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';

export default model({
  library: 'org.apache.log4j',
  types: { Log: ['type org.apache.log4j.Logger', 'Logger.{getLogger,getRootLogger}()'] },
  sinks: { log: ['Log.{info,warn,error,fatal}($*)', { at: 'Log.{trace,debug}($*)', variant: 'debugging' }] },
  propagators: [{ at: 'Log.*()', to: [] }],
  configs: [
    outdated('org.apache.log4j', ['org.apache.log4j'], {
      state: 'abandoned',
      by: { 'reload4j >=0': 'fine', 'log4j-1.2-api >=0': 'fine', 'log4j-over-slf4j >=0': 'fine' },
      instead: 'Log4j 2, Logback, or reload4j with the same names',
    }),
  ],
});
