import { model } from '../../../facts/model';

/** The tag `sql` binds what stands in its holes. */
export default model({
  library: 'drizzle-orm',
  aliases: [
    'drizzle-orm/pg-core',
    'drizzle-orm/mysql-core',
    'drizzle-orm/sqlite-core',
    'drizzle-orm/sql',
    'drizzle-orm/node-postgres',
    'drizzle-orm/postgres-js',
    'drizzle-orm/mysql2',
    'drizzle-orm/better-sqlite3',
    'drizzle-orm/libsql',
  ],
  sinks: { sql: ['sql.raw($0)'] },
  sanitizers: [
    { at: 'sql()', cleans: ['sql'] },
    { at: 'drizzle-orm.{eq,ne,gt,gte,lt,lte,like,ilike,inArray,and,or}()', cleans: ['sql'] },
  ],
});
