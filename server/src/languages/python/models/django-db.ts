import { model } from '../../../facts/model';

const BIND = { style: '%s', values: 'array', at: 1 } as const;

export default model({
  library: 'django.db',
  types: {
    Link: ['connection', 'connections[]'],
    Rows: ['Link.cursor()', 'Rows.__enter__()'],
    Table: ['type django.db.models#Model', 'models.Model'],
    Query: [
      'Table.objects',
      'Query.{all,filter,exclude,annotate,order_by,values,values_list,select_related,prefetch_related,using,distinct,only,defer}()',
    ],
  },
  sources: { database: ['Rows.{fetchone,fetchall,fetchmany}()', 'Rows[]'] },
  stores: [
    { kind: 'row', does: 'write', at: 'models.Model($*)', key: 'thing' },
    { kind: 'row', does: 'write', at: 'Query.{create,update,update_or_create,get_or_create}($*)', key: 'thing' },
    {
      kind: 'row',
      does: 'read',
      at: 'Query.{get,first,last,all,filter,exclude,values,values_list,order_by}()',
      key: 'thing',
    },
  ],
  sinks: {
    'model-fields': ['models.Model($**)', 'Query.{create,update,update_or_create,get_or_create}($**)'],
    sql: [
      { at: 'Rows.execute($0)', bind: BIND },
      'Rows.executemany($0)',
      { at: 'models.expressions.RawSQL($0)', bind: BIND },
      { at: 'Query.raw($0)', bind: BIND },
      'Query.extra($where)',
      'Query.extra($where[])',
      'Query.extra($select)',
    ],
    'sql-name': ['Query.extra($order_by[])', 'Query.extra($tables[])', { at: 'Query.order_by($*)', variant: 'quoted' }],
  },
  propagators: [
    { at: 'Rows.*()', to: [] },
    { at: 'Link.*()', to: [] },
    { at: 'Query.*()', to: [] },
  ],
});
