import { model } from '../../../facts/model';
import { BIND_NUMBERED, databaseClient, ends } from './_words';

const QUERIES = '{any,one,none,many,oneOrNone,manyOrNone,query,result,multi,multiResult,each,map,func,proc,stream}';

export default model({
  library: 'pg-promise',
  types: {
    Db: [
      'pg-promise()()',
      'type pg-promise#IDatabase',
      'type pg-promise#ITask',
      'Db.{task,tx,taskIf,txIf}($*).param(0)',
      'Db.connect()',
    ],
  },
  sinks: { sql: [{ at: `Db.${QUERIES}($0)`, bind: BIND_NUMBERED }] },
  sanitizers: [{ at: 'pg-promise.as.{format,text,name,value,json}()', cleans: ['sql'] }],
  configs: [databaseClient('pg-promise()()', '$0', {}, 'PGPASSWORD')],
  propagators: ends(`Db.${QUERIES}()`),
});
