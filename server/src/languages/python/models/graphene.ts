import { model } from '../../../facts/model';

/** A query language of its own: `execute` of a schema runs no SQL. */
export default model({
  library: 'graphene',
  types: { Graph: ['Schema()'] },
  propagators: [{ at: 'Graph.{execute,execute_async}()', to: [] }],
});
