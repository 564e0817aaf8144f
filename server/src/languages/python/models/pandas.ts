import { model } from '../../../facts/model';

export default model({
  library: 'pandas',
  types: {
    Frame: [
      'DataFrame()',
      'DataFrame.{from_dict,from_records}()',
      'read_csv()',
      'read_excel()',
      'read_json()',
      'read_sql()',
      'read_sql_query()',
      'read_sql_table()',
      'read_parquet()',
      'merge()',
      'concat()',
      'type pandas#DataFrame',
      'Frame.{copy,head,tail,query,sort_values,reset_index,set_index,merge,fillna,dropna}()',
    ],
  },
  sinks: {
    code: ['eval($0)', 'Frame.{eval,query}($0)'],
    deserialization: ['read_pickle($0)'],
    sql: [
      // The place of the values depends on the connection: only text can be said to be wrong.
      'read_sql($0)',
      'read_sql_query($0)',
    ],
  },
  propagators: [
    { at: 'read_sql()', to: [] },
    { at: 'read_sql_query()', to: [] },
  ],
});
