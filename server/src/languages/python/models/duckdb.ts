import { databaseInterface, QUESTION_TUPLE } from './_words';

export default databaseInterface('duckdb', QUESTION_TUPLE, {
  sinks: {
    sql: [{ at: 'Link.execute($0)', bind: QUESTION_TUPLE }, 'Link.{sql,query}($0)', 'duckdb.{sql,query,execute}($0)'],
  },
});
