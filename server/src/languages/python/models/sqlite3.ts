import { databaseInterface, QUESTION_TUPLE } from './_words';

export default databaseInterface('sqlite3', QUESTION_TUPLE, {
  aliases: ['pysqlite3', 'aiosqlite', 'sqlcipher3'],
  sinks: { sql: [{ at: 'Link.execute($0)', bind: QUESTION_TUPLE }, 'Link.{executemany,executescript}($0)'] },
});
