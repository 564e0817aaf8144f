import { databaseInterface, PERCENT_TUPLE } from './_words';

export default databaseInterface('mysql.connector', PERCENT_TUPLE, {
  types: {
    Link: ['pooling.MySQLConnectionPool().get_connection()', 'type mysql.connector.connection#MySQLConnection'],
    Rows: ['type mysql.connector.cursor#MySQLCursor'],
  },
});
