import { model } from '../../../facts/model';

export default model({
  library: 'github.com/jackc/pgx/v5/pgxpool',
  aliases: ['github.com/jackc/pgx/v4/pgxpool'],
  types: { Pool: ['pgxpool.{New,NewWithConfig,Connect,ConnectConfig}()[0]'] },
  propagators: [{ at: 'pgxpool.{New,NewWithConfig,Connect,ConnectConfig,ParseConfig}()', to: [] }],
});
