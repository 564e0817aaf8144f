import { databaseInterface, NUMBERED_LIST } from './_words';

export default databaseInterface('oracledb', NUMBERED_LIST, {
  aliases: ['cx_Oracle'],
  types: { Link: ['create_pool().acquire()', 'SessionPool().acquire()', 'connect_async()'] },
  sinks: { sql: ['Rows.prepare($0)'] },
});
