import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'better-sqlite3',
  aliases: ['bun:sqlite', 'libsql', 'better-sqlite3-multiple-ciphers'],
  types: {
    Db: [
      'better-sqlite3()',
      'Database()',
      'DatabaseSync()',
      'type better-sqlite3#Database',
      'type better-sqlite3#default',
      'type bun:sqlite#Database',
    ],
  },
  sinks: {
    sql: [{ at: 'Db.{prepare,query}($0)', bind: { style: '?', values: 'prepared' } }, 'Db.{exec,run,pragma}($0)'],
  },
  propagators: ends(
    'Db.{prepare,query,exec,run,pragma,transaction}()',
    'Db.prepare().{get,all,run,iterate,pluck,bind}()',
    'Db.query().{get,all,run,values}()',
  ),
});
