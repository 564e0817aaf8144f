import { databaseInterface, PERCENT_TUPLE } from './_words';

export default databaseInterface('psycopg', PERCENT_TUPLE, {
  types: {
    Link: ['AsyncConnection.connect()', 'Connection.connect()', 'type psycopg#AsyncConnection'],
    Rows: ['type psycopg#AsyncCursor'],
  },
  sinks: { sql: [{ at: 'Link.execute($0)', bind: PERCENT_TUPLE }, 'sql.SQL($0)', 'Rows.{stream,copy}($0)'] },
  // Quoted by the driver for what they are.
  sanitizers: [
    { at: 'sql.Identifier()', cleans: ['sql'] },
    { at: 'sql.Literal()', cleans: ['sql'] },
    { at: 'sql.SQL().format()', cleans: ['sql'] },
    { at: 'sql.quote()', cleans: ['sql'] },
  ],
});
