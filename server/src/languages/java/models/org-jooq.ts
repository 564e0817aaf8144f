import { type Bind, model } from '../../../facts/model';

const SPREAD: Bind = { style: '?', values: 'spread', at: 1 };

export default model({
  library: 'org.jooq',
  types: {
    Context: ['type org.jooq.DSLContext'],
    Query: ['type org.jooq.ResultQuery', 'type org.jooq.Result'],
  },
  sinks: {
    sql: [
      {
        at: 'Context.{fetch,fetchOne,fetchMany,fetchSingle,fetchOptional,fetchValue,fetchValues,fetchExists,resultQuery,query,execute}($0)',
        bind: SPREAD,
      },
    ],
  },
  propagators: [{ at: 'Context.*()', to: [] }],
});
