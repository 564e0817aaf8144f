import { model } from '../../../facts/model';

/** The text of `@Select("… ${id}")` is a literal in an annotation: what it takes in is named there, not passed here. */
export default model({
  library: 'org.apache.ibatis.jdbc',
  types: {
    Runner: ['type org.apache.ibatis.jdbc.SqlRunner', 'SqlRunner()'],
    Text: [
      'type org.apache.ibatis.jdbc.SQL',
      'SQL()',
      'Text.{SELECT,FROM,WHERE,ORDER_BY,SET,VALUES,INSERT_INTO,UPDATE,DELETE_FROM,JOIN,INNER_JOIN,LEFT_OUTER_JOIN,GROUP_BY,HAVING,AND,OR}()',
    ],
  },
  sinks: {
    sql: [
      'Runner.{selectOne,selectAll,insert,update,delete,run}($0)',
      'Text.{WHERE,SET,JOIN,INNER_JOIN,LEFT_OUTER_JOIN,HAVING}($*)',
    ],
    'sql-name': ['Text.{SELECT,FROM,ORDER_BY,GROUP_BY}($*)'],
  },
});
