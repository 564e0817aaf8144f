import { databaseClient, databaseInterface, PERCENT_TUPLE } from './_words';

export default databaseInterface('psycopg2', PERCENT_TUPLE, {
  types: {
    Link: ['type psycopg2.extensions#connection', 'pool.{SimpleConnectionPool,ThreadedConnectionPool}().getconn()'],
    Rows: ['type psycopg2.extensions#cursor'],
  },
  configs: [databaseClient('pool.{SimpleConnectionPool,ThreadedConnectionPool}()')],
  sinks: { sql: ['sql.SQL($0)', 'extras.execute_values($1)', 'extras.execute_batch($1)'] },
  // Quoted by the driver for what they are.
  sanitizers: [
    { at: 'sql.Identifier()', cleans: ['sql'] },
    { at: 'sql.Literal()', cleans: ['sql'] },
    { at: 'sql.SQL().format()', cleans: ['sql'] },
    { at: 'extensions.quote_ident()', cleans: ['sql'] },
    { at: 'extensions.adapt()', cleans: ['sql'] },
  ],
});
