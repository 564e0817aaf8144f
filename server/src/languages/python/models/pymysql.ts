import { databaseInterface, PERCENT_TUPLE } from './_words';

export default databaseInterface('pymysql', PERCENT_TUPLE, {
  aliases: ['pymysql.connections'],
  types: { Rows: ['type pymysql.cursors#Cursor', 'type pymysql.cursors#DictCursor'] },
  sinks: { sql: ['Link.query($0)'] },
  sanitizers: [
    { at: 'Link.{escape,escape_string,literal}()', cleans: ['sql'] },
    { at: 'converters.escape_string()', cleans: ['sql'] },
  ],
});
