import { databaseInterface, QUESTION_TUPLE } from './_words';

export default databaseInterface('pyodbc', QUESTION_TUPLE, {
  sinks: { sql: [{ at: 'Link.execute($0)', bind: QUESTION_TUPLE }] },
});
