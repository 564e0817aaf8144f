import { model } from '../../../facts/model';
import { QUESTION_SPREAD, sinks } from './_words';

export default model({
  library: 'xorm.io/xorm',
  aliases: ['github.com/go-xorm/xorm'],
  types: {
    Db: ['type xorm.io/xorm#Engine', 'type xorm.io/xorm#Session', 'NewEngine()[0]', 'Db.*()'],
  },
  sinks: {
    sql: [
      ...sinks(['Db.{SQL,Sql,Query,QueryString,QueryInterface,Exec,Where,And,Or}($0)'], { bind: QUESTION_SPREAD }),
      'Db.Having($0)',
      'Db.Join($2)',
    ],
    'sql-name': ['Db.{OrderBy,GroupBy,Select}($0)'],
  },
  propagators: [
    { at: 'NewEngine()', to: [] },
    { at: 'Db.*()', to: [] },
  ],
});
