import { model } from '../../../facts/model';
import { BIND_QUESTION, ends } from './_words';

/** Drivers of databases whose language is close to SQL. */
export default model({
  library: 'cassandra-driver',
  types: { Db: ['Client()', 'type cassandra-driver#Client'] },
  sinks: { sql: [{ at: 'Db.{execute,eachRow,stream}($0)', bind: BIND_QUESTION }] },
  propagators: ends('Db.{execute,eachRow,stream,batch}()'),
});
