import { type Bind, model } from '../../../facts/model';

const SPREAD: Bind = { style: '?', values: 'spread', at: 1 };

export default model({
  library: 'org.jooq.impl',
  sinks: {
    sql: [{ at: 'DSL.{sql,query,resultQuery,condition,table,queries}($0)', bind: SPREAD }, 'DSL.field($0)'],
  },
  sanitizers: [
    { at: 'DSL.{val,value,inline,param}()', cleans: ['sql'] },
    { at: 'DSL.{name,quotedName}()', cleans: ['sql'] },
  ],
});
