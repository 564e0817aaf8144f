import { databaseInterface, PERCENT_TUPLE } from './_words';

export default databaseInterface('aiopg', PERCENT_TUPLE, {
  types: { Link: ['create_pool().acquire()'] },
});
