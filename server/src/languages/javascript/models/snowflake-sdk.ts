import { model } from '../../../facts/model';
import { databaseClient, ends } from './_words';

export default model({
  library: 'snowflake-sdk',
  types: { Db: ['createConnection()', 'createPool()'] },
  sinks: { sql: ['Db.execute($0.sqlText)'] },
  configs: [databaseClient('createConnection()', '$0', { user: 'username' })],
  propagators: ends('Db.execute()'),
});
