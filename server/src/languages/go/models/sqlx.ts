import { model } from '../../../facts/model';
import { nothing, QUESTION_AFTER_CONTEXT, QUESTION_SPREAD, sinks } from './_words';

const REVIEW = { review: 'yes' };

export default model({
  library: 'github.com/jmoiron/sqlx',
  types: {
    Db: [
      ...['DB', 'Tx', 'Conn', 'Ext', 'ExtContext', 'Queryer', 'QueryerContext', 'Execer'].map(
        (name) => `type github.com/jmoiron/sqlx#${name}`,
      ),
      'sqlx.{Open,Connect,ConnectContext}()[0]',
      'sqlx.{MustConnect,MustOpen,NewDb}()',
      'Db.{Beginx,BeginTxx}()[0]',
      'Db.{MustBegin,Unsafe}()',
    ],
  },
  sinks: {
    sql: [
      ...sinks(['Db.{Query,QueryRow,Exec,Queryx,QueryRowx,MustExec}($0)'], { bind: QUESTION_SPREAD, fix: REVIEW }),
      ...sinks(['Db.{QueryContext,QueryRowContext,ExecContext,QueryxContext,QueryRowxContext,MustExecContext}($1)'], {
        bind: QUESTION_AFTER_CONTEXT,
        fix: REVIEW,
      }),
      ...sinks(['Db.{Select,Get}($1)'], { bind: QUESTION_AFTER_CONTEXT, fix: REVIEW }),
      ...sinks(['Db.{SelectContext,GetContext}($2)'], { bind: { ...QUESTION_SPREAD, at: 3 }, fix: REVIEW }),
      'Db.{Prepare,Preparex,PrepareNamed,NamedExec,NamedQuery}($0)',
      'Db.{PrepareContext,PreparexContext,PrepareNamedContext,NamedExecContext,NamedQueryContext}($1)',
      'sqlx.{Select,Get}($2)',
    ],
  },
  propagators: [
    { at: 'Db.Rebind()', from: ['$0'] },
    { at: 'In()', from: ['$0'] },
    ...nothing(
      'sqlx.{Open,Connect,ConnectContext,MustConnect,MustOpen,NewDb,Select,Get}()',
      'Db.{Query,QueryRow,Exec,Queryx,QueryRowx,MustExec,Select,Get,Prepare,Preparex,NamedExec,NamedQuery}()',
      'Db.{QueryContext,QueryRowContext,ExecContext,QueryxContext,SelectContext,GetContext}()',
    ),
  ],
});
