import { databaseInterface, PERCENT_TUPLE } from './_words';

export default databaseInterface('MySQLdb', PERCENT_TUPLE, {
  sanitizers: [{ at: 'escape_string()', cleans: ['sql'] }],
});
