import { model } from '../../../facts/model';
import { BIND_QUESTION, databaseClient, ends } from './_words';

const CONNECT = ['createConnection()', 'createPool()', 'createPoolCluster()'];

/** `mysql2` and `mariadb` have the same calls. */
export default model({
  library: 'mysql',
  aliases: [
    'mysql2',
    'mysql2/promise',
    'mariadb',
    'mariadb/callback',
    'promise-mysql',
    '@planetscale/database',
    'serverless-mysql',
    'think-mysql',
  ],
  types: {
    Db: [
      ...CONNECT,
      'createPoolPromise()',
      'connect()',
      'Client()',
      ...['mysql', 'mysql2', 'mysql2/promise', 'mariadb'].flatMap((library) =>
        ['Connection', 'Pool', 'PoolConnection', 'PoolNamespace', 'MysqlError']
          .slice(0, 4)
          .map((name) => `type ${library}#${name}`),
      ),
      'Db.{promise,of}()',
      'Db.getConnection()',
      'Db.getConnection($*).param(1)',
      'Db.on("connection", $1).param(0)',
    ],
  },
  sinks: {
    sql: [
      { at: 'Db.{query,execute,batch}($0)', bind: BIND_QUESTION },
      { at: 'Db.{query,execute,batch}($0.sql)' },
      'mysql.raw($0)',
    ],
  },
  sanitizers: [
    { at: 'mysql.{escape,escapeId,format}()', cleans: ['sql'] },
    { at: 'Db.{escape,escapeId,format}()', cleans: ['sql'] },
  ],
  configs: CONNECT.map((at) => databaseClient(at)),
  propagators: ends(
    'Db.{query,execute,batch,getConnection,beginTransaction,commit,rollback,end,release}()',
    ...CONNECT,
  ),
});
