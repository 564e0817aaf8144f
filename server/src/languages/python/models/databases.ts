import { model } from '../../../facts/model';

const BIND = { style: ':name', values: 'object', at: 1 } as const;

export default model({
  library: 'databases',
  types: { Link: ['Database()', 'type databases#Database', 'Link.__aenter__()'] },
  sinks: {
    sql: [
      { at: 'Link.{execute,fetch_all,fetch_one,fetch_val,iterate}($0)', bind: BIND },
      { at: 'Link.{execute,fetch_all,fetch_one,fetch_val,iterate,execute_many}($query)' },
    ],
  },
  propagators: [{ at: 'Link.*()', to: [] }],
});
