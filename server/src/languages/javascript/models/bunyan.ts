import { model } from '../../../facts/model';

const LEVELS = '{trace,debug,info,warn,error,fatal}';

export default model({
  library: 'bunyan',
  types: { Log: ['createLogger()', 'bunyan()', 'Log.child()', 'type bunyan#default', 'type bunyan#Logger'] },
  sinks: { log: [`Log.${LEVELS}($*)`] },
  propagators: [{ at: `Log.${LEVELS}()`, to: [] }],
});
