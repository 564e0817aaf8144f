import { databaseInterface, PERCENT_TUPLE } from './_words';

export default databaseInterface('snowflake.connector', PERCENT_TUPLE);
