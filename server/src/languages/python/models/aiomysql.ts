import { databaseInterface, PERCENT_TUPLE } from './_words';

export default databaseInterface('aiomysql', PERCENT_TUPLE, {
  types: { Link: ['create_pool().acquire()', 'type aiomysql#Connection'] },
});
