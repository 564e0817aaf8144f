import { model } from '../../../facts/model';
import { BIND_QUESTION, ends } from './_words';

export default model({
  library: 'objection',
  types: {
    Builder: [
      'Model.query()',
      'Model.$query()',
      'Model.relatedQuery()',
      'Model.$relatedQuery()',
      'Builder.*()',
      'type objection#QueryBuilder',
    ],
  },
  sinks: {
    sql: [
      { at: 'raw($0)', bind: { style: '?', values: 'spread', at: 1 } },
      { at: 'Model.raw($0)', bind: { style: '?', values: 'spread', at: 1 } },
      {
        at: 'Builder.{whereRaw,andWhereRaw,orWhereRaw,havingRaw,joinRaw,fromRaw}($0)',
        bind: BIND_QUESTION,
      },
    ],
    'sql-name': ['Builder.{orderByRaw,groupByRaw}($0)', { at: 'Builder.{orderBy,groupBy}($0)', variant: 'quoted' }],
  },
  propagators: ends('Builder.*()'),
});
