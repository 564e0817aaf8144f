import { model } from '../../../facts/model';
import { BIND_QUESTION, databaseClient, ends } from './_words';

const BUILDERS = ['Db', 'Builder'];

export default model({
  library: 'knex',
  types: {
    Db: [
      'knex()',
      'type knex#Knex',
      'type knex#default',
      'Db.transaction($0).param(0)',
      'Db.transaction()',
      'Db.withUserParams()',
    ],
    Builder: [
      'Db()',
      'Db.*()',
      'Builder.*()',
      'type knex#Knex.QueryBuilder',
      'type knex#QueryBuilder',
      'Builder.where($0).param(0)',
    ],
  },
  stores: [
    { kind: 'row', does: 'names', at: 'Db()' },
    { kind: 'row', does: 'write', at: 'Builder.{insert,update}($0)', key: 'thing' },
    { kind: 'row', does: 'read', at: 'Builder.{select,first,where,orderBy,limit,andWhere,join}()', key: 'thing' },
  ],
  sinks: {
    'model-fields': ['Builder.{insert,update,merge}($0)'],
    sql: [
      ...BUILDERS.map((root) => ({
        at: `${root}.{raw,whereRaw,andWhereRaw,orWhereRaw,havingRaw,andHavingRaw,orHavingRaw,joinRaw,fromRaw,selectRaw,withRaw}($0)`,
        bind: BIND_QUESTION,
      })),
      'Db.schema.raw($0)',
      'Db.fn.raw($0)',
    ],
    'sql-name': BUILDERS.flatMap((root) => [
      `${root}.{orderByRaw,groupByRaw}($0)`,
      { at: `${root}.{orderBy,groupBy}($0)`, variant: 'quoted' },
      { at: `${root}.orderBy($0[].column)`, variant: 'quoted' },
    ]),
  },
  configs: ['knex()', 'knex.knex()'].map((at) => databaseClient(at, '$0.connection')),
  propagators: ends('Db.raw()', 'Db()', 'Db.*()', 'Builder.*()'),
});
