import { model } from '../../../facts/model';
import { DOLLAR_SPREAD, databaseClient } from './_words';

const RUNS = '{execute,fetch,fetchrow,fetchval,prepare,cursor}';

export default model({
  library: 'asyncpg',
  types: {
    Link: [
      'connect()',
      'create_pool()',
      'Link.{acquire,__aenter__}()',
      'type asyncpg#Connection',
      'type asyncpg#Pool',
      'type asyncpg.pool#Pool',
      'type asyncpg.connection#Connection',
    ],
  },
  sources: { database: ['Link.{fetch,fetchrow,fetchval}()'] },
  sinks: { sql: [{ at: `Link.${RUNS}($0)`, bind: DOLLAR_SPREAD }, 'Link.{executemany,copy_from_query}($0)'] },
  propagators: [{ at: 'Link.*()', to: [] }],
  configs: ['connect()', 'create_pool()'].map((at) => databaseClient(at)),
});
