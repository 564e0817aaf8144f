import { model } from '../../../facts/model';
import { BIND_NUMBERED, ends } from './_words';

export default model({
  library: 'postgres',
  types: {
    Db: ['postgres()', 'type postgres#Sql', 'Db.begin($*).param(0)', 'Db.reserve()', 'Db.savepoint($*).param(0)'],
  },
  sinks: { sql: [{ at: 'Db.unsafe($0)', bind: BIND_NUMBERED }] },
  sanitizers: [{ at: 'Db()', cleans: ['sql'] }],
  propagators: ends('Db.unsafe()'),
});
