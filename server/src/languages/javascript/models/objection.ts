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
        at: 'Builder.{whereRaw,andWhereRaw,orWhereRaw,havingRaw,orderByRaw,groupByRaw,joinRaw,fromRaw}($0)',
        bind: BIND_QUESTION,
      },
    ],
  },
  propagators: ends('Builder.*()'),
});
