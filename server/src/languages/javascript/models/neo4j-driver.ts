import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'neo4j-driver',
  types: {
    Session: [
      'driver().{session,rxSession}()',
      'Session.beginTransaction()',
      'Session.{executeRead,executeWrite,readTransaction,writeTransaction}($0).param(0)',
      'type neo4j-driver#Session',
    ],
  },
  sinks: {
    nosql: [
      { at: 'Session.run($0)', variant: 'script' },
      { at: 'driver().executeQuery($0)', variant: 'script' },
    ],
  },
  propagators: ends('Session.run()', 'driver().executeQuery()'),
});
