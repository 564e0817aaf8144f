import { model } from '../../../facts/model';
import { databaseClient } from './_words';

const SPREAD = { style: '%s', values: 'spread', at: 1 } as const;
const TUPLE = { style: '%s', values: 'tuple', at: 1 } as const;

export default model({
  library: 'peewee',
  types: {
    Link: [
      'SqliteDatabase()',
      'PostgresqlDatabase()',
      'MySQLDatabase()',
      'DatabaseProxy()',
      'Database()',
      'type peewee#Database',
    ],
    Table: ['type peewee#Model'],
  },
  sinks: {
    'model-fields': ['Model.create($**)'],

    sql: [
      { at: 'SQL($0)', bind: { style: '%s', values: 'array', at: 1 } },
      { at: 'RawQuery($0)', bind: TUPLE },
      { at: 'Table.raw($0)', bind: SPREAD },
      { at: 'Model.raw($0)', bind: SPREAD },
      { at: 'Link.execute_sql($0)', bind: TUPLE },
    ],
  },
  propagators: [{ at: 'Link.*()', to: [] }],
  configs: ['PostgresqlDatabase()', 'MySQLDatabase()'].map((at) => databaseClient(at)),
});
