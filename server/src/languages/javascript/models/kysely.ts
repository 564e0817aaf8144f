import { model } from '../../../facts/model';

/** The tag `sql` binds what stands in its holes. */
export default model({
  library: 'kysely',
  sinks: { sql: ['sql.raw($0)', 'sql.lit($0)'] },
  sanitizers: [
    { at: 'sql()', cleans: ['sql'] },
    { at: 'sql.{ref,table,id,join,val,value}()', cleans: ['sql'] },
  ],
});
