import { model } from '../../../facts/model';
import { QUESTION_SPREAD, sinks } from './_words';

export default model({
  library: 'github.com/uptrace/bun',
  aliases: ['github.com/go-pg/pg/v10', 'github.com/go-pg/pg'],
  types: {
    Db: [
      'type github.com/uptrace/bun#DB',
      'type github.com/uptrace/bun#Tx',
      'type github.com/uptrace/bun#IDB',
      'NewDB()',
      'Connect()',
    ],
    Query: ['Db.{NewSelect,NewInsert,NewUpdate,NewDelete,NewRaw,Model,ModelContext}()', 'Query.*()'],
  },
  sinks: {
    sql: [
      ...sinks(['Db.{NewRaw,Query,QueryRow,Exec,ExecOne,QueryOne}($0)'], { bind: QUESTION_SPREAD }),
      ...sinks(['Db.{QueryContext,QueryRowContext,ExecContext}($1)'], { bind: { ...QUESTION_SPREAD, at: 2 } }),
      ...sinks(['Query.{Where,WhereOr,Having}($0)'], { bind: QUESTION_SPREAD }),
      'Query.{Join,Set}($0)',
    ],
    'sql-name': [
      'Query.{OrderExpr,ColumnExpr,TableExpr,GroupExpr,ModelTableExpr}($0)',
      { at: 'Query.{Order,Column,Group}($*)', variant: 'quoted' },
    ],
  },
  propagators: [
    { at: 'Db.*()', to: [] },
    { at: 'Query.*()', to: [] },
  ],
});
