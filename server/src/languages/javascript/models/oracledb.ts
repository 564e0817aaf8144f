import { model } from '../../../facts/model';
import { databaseClient, ends } from './_words';

export default model({
  library: 'oracledb',
  types: {
    Pool: ['createPool()', 'getPool()', 'createPool($1).param(1)', 'type oracledb#Pool'],
    Db: [
      'getConnection()',
      'getConnection($1).param(1)',
      'Pool.getConnection()',
      'Pool.getConnection($0).param(1)',
      'type oracledb#Connection',
    ],
  },
  sinks: {
    sql: [{ at: 'Db.{execute,executeMany,queryStream}($0)', bind: { style: ':n', values: 'array', at: 1 } }],
  },
  configs: ['getConnection()', 'createPool()'].map((at) => databaseClient(at)),
  propagators: ends('Db.{execute,executeMany,commit,close}()', 'getConnection()', 'Pool.getConnection()'),
});
