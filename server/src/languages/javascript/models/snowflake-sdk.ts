import { model } from '../../../facts/model';
import { credentials, ends } from './_words';

export default model({
  library: 'snowflake-sdk',
  types: { Db: ['createConnection()', 'createPool()'] },
  sinks: { sql: ['Db.execute($0.sqlText)'] },
  configs: [credentials('createConnection()', { password: '$0.password' })],
  propagators: ends('Db.execute()'),
});
