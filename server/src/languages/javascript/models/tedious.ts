import { model } from '../../../facts/model';

export default model({
  library: 'tedious',
  sinks: { sql: ['Request($0)'] },
  propagators: [{ at: 'Connection().{execSql,execSqlBatch,callProcedure}()', to: [] }],
});
