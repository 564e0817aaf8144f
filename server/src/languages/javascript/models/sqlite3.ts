import { model } from '../../../facts/model';
import { BIND_QUESTION, ends } from './_words';

/** `sqlite` wraps it with promises; in newer versions of Node it is the name of a module of its own. */
export default model({
  library: 'sqlite3',
  aliases: ['@vscode/sqlite3', '@journeyapps/sqlcipher', 'sqlite', 'sqlite-async'],
  types: {
    Module: ['sqlite3.verbose()'],
    Db: [
      'Database()',
      'Module.Database()',
      'Module.cached.Database()',
      'cached.Database()',
      'DatabaseSync()',
      'open()',
      'Database.open()',
      'type sqlite3#Database',
      'type sqlite#Database',
      'type sqlite#DatabaseSync',
      'Db.{serialize,parallelize,configure}()',
    ],
  },
  sinks: {
    sql: [{ at: 'Db.{all,get,run,each}($0)', bind: BIND_QUESTION }, 'Db.{exec,prepare}($0)'],
  },
  propagators: ends('Db.{all,get,run,each,exec,prepare,close}()', 'Db.prepare().{all,get,run,each,finalize,bind}()'),
});
