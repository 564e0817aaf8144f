import { model } from '../../../facts/model';
import { DOLLAR_AFTER_CONTEXT, nothing, sinks } from './_words';

const POOL = 'github.com/jackc/pgx/v5/pgxpool';

export default model({
  library: 'github.com/jackc/pgx/v5',
  aliases: ['github.com/jackc/pgx/v4', 'github.com/jackc/pgx'],
  types: {
    Db: [
      'type github.com/jackc/pgx/v5#Conn',
      'type github.com/jackc/pgx/v5#Tx',
      `type ${POOL}#Pool`,
      `type ${POOL}#Conn`,
      `type ${POOL}#Tx`,
      'type github.com/jackc/pgx/v4/pgxpool#Pool',
      'Connect()[0]',
      `${POOL}:Pool`,
      'Db.{Begin,BeginTx,Acquire}()[0]',
      'Db.Conn()',
    ],
    Batch: ['type github.com/jackc/pgx/v5#Batch', 'Batch()'],
    Name: ['Identifier()'],
  },
  sinks: {
    sql: [
      ...sinks(['Db.{Query,QueryRow,Exec}($1)'], { bind: DOLLAR_AFTER_CONTEXT }),
      'Db.Prepare($2)',
      ...sinks(['Batch.Queue($0)'], { bind: { style: '$n', values: 'spread', at: 1 } }),
    ],
  },
  sanitizers: [{ at: 'Name.Sanitize()', cleans: ['sql'] }],
  propagators: nothing('Connect()', 'Db.*()', 'Batch.*()'),
});
