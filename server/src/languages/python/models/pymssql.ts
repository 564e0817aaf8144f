import { databaseInterface, PERCENT_TUPLE } from './_words';

export default databaseInterface('pymssql', PERCENT_TUPLE);
