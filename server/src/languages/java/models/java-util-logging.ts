import { model } from '../../../facts/model';

export default model({
  library: 'java.util.logging',
  types: { Log: ['type java.util.logging.Logger', 'Logger.{getLogger,getGlobal,getAnonymousLogger}()'] },
  sinks: {
    log: [
      'Log.{severe,warning,info,config,fine,finer,finest}($0)',
      { at: 'Log.log($1…)', deep: true },
      { at: 'Log.logp($3…)', deep: true },
      { at: 'Log.{entering,exiting}($2)', deep: true },
    ],
  },
  propagators: [{ at: 'Log.*()', to: [] }],
});
