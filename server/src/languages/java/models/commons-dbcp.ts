import { model } from '../../../facts/model';
import { databaseClient, made } from './_words';

export default model({
  library: 'org.apache.commons.dbcp2',
  types: { Source: made('org.apache.commons.dbcp2', 'BasicDataSource') },
  extends: { Source: ['javax.sql:DataSource'] },
  configs: [databaseClient('Source.setPassword()', { password: '$0' })],
});
