import { model } from '../../../facts/model';
import { BIND_NUMBERED, databaseClient, ends, made } from './_words';

export default model({
  library: 'pg',
  aliases: ['pg-pool', 'pg-native', '@neondatabase/serverless', '@vercel/postgres'],
  types: {
    Db: [
      ...made('pg', 'Client', 'Pool'),
      'pg-pool()',
      'pg.native.{Client,Pool}()',
      'type pg#PoolClient',
      'type pg#ClientBase',
      'Db.connect()',
      'Db.connect($0).param(1)',
      'Db.on("connect", $1).param(0)',
      'pg.createPool()',
      'pg.createClient()',
    ],
  },
  sinks: {
    sql: [
      { at: 'Db.query($0)', bind: BIND_NUMBERED },
      { at: 'Db.query($0.text)' },
      { at: 'pg.connect($1).param(1).query($0)', bind: BIND_NUMBERED },
      'Query($0)',
    ],
  },
  sanitizers: [{ at: 'Db.{escapeLiteral,escapeIdentifier}()', cleans: ['sql'] }],
  configs: [databaseClient('Client()', '$0', {}, 'PGPASSWORD'), databaseClient('Pool()', '$0', {}, 'PGPASSWORD')],
  propagators: ends('Db.query()', 'Db.{connect,end,release}()', 'Client()', 'Pool()'),
});
