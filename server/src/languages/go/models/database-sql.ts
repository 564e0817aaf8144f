import { model } from '../../../facts/model';
import { nothing, QUESTION_AFTER_CONTEXT, QUESTION_SPREAD, sinks } from './_words';

/** Which placeholder is right depends on the driver, so the fix is for somebody to look at. */
const REVIEW = { review: 'yes' };
const LINKS = ['Db', 'Tx', 'Link'];

export default model({
  library: 'database/sql',
  types: {
    Db: ['type database/sql#DB', 'Open()[0]', 'OpenDB()'],
    Tx: ['type database/sql#Tx', 'Db.{Begin,BeginTx}()[0]', 'Link.BeginTx()[0]'],
    Link: ['type database/sql#Conn', 'Db.Conn()[0]'],
    Statement: ['type database/sql#Stmt', ...LINKS.map((link) => `${link}.{Prepare,PrepareContext}()[0]`)],
    Rows: [
      'type database/sql#Rows',
      'type database/sql#Row',
      ...LINKS.flatMap((link) => [`${link}.{Query,QueryContext}()[0]`, `${link}.{QueryRow,QueryRowContext}()`]),
    ],
  },
  sources: { database: ['Rows.Scan($*)'] },
  sinks: {
    sql: LINKS.flatMap((link) => [
      ...sinks([`${link}.{Query,QueryRow,Exec}($0)`], { bind: QUESTION_SPREAD, fix: REVIEW }),
      ...sinks([`${link}.{QueryContext,QueryRowContext,ExecContext}($1)`], {
        bind: QUESTION_AFTER_CONTEXT,
        fix: REVIEW,
      }),
      { at: `${link}.Prepare($0)` },
      { at: `${link}.PrepareContext($1)` },
    ]),
  },
  propagators: nothing(
    'sql.{Open,OpenDB,Named,Register}()',
    ...LINKS.map((link) => `${link}.*()`),
    'Statement.*()',
    'Rows.*()',
  ),
});
