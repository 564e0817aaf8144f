import { model } from '../../../facts/model';
import { QUESTION_SPREAD, sinks } from './_words';

export default model({
  library: 'github.com/Masterminds/squirrel',
  aliases: ['gopkg.in/Masterminds/squirrel.v1'],
  types: {
    Builder: ['squirrel.{Select,Insert,Update,Delete}()', 'StatementBuilder', 'Builder.*()', 'StatementBuilder.*()'],
  },
  sinks: {
    sql: [
      ...sinks(['Builder.{Where,Having}($0)', 'Expr($0)'], { bind: QUESTION_SPREAD }),
      'Builder.{Join,LeftJoin,RightJoin,InnerJoin,Suffix,Prefix}($0)',
    ],
    'sql-name': ['Builder.{From,OrderBy,GroupBy,Column,Columns}($*)'],
  },
  propagators: [
    { at: 'Builder.*()', to: [] },
    { at: 'Expr()', to: [] },
  ],
});
