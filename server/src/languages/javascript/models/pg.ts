import { model } from '../../../facts/model';
import { BIND_NUMBERED, credentials, ends, made } from './_words';

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
  configs: [
    credentials('Client()', { password: '$0.password' }, { environment: 'PGPASSWORD' }),
    credentials('Pool()', { password: '$0.password' }, { environment: 'PGPASSWORD' }),
    ...['Client()', 'Pool()'].map((at) => ({
      kind: 'tls-client' as const,
      at,
      options: { verify: { from: ['$0.ssl.rejectUnauthorized'] } },
      fix: { verify: '$0.ssl.rejectUnauthorized = true' },
    })),
  ],
  propagators: ends('Db.query()', 'Db.{connect,end,release}()', 'Client()', 'Pool()'),
});
