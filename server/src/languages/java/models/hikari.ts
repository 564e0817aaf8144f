import { model } from '../../../facts/model';
import { databaseClient, made } from './_words';

export default model({
  library: 'com.zaxxer.hikari',
  types: { Source: made('com.zaxxer.hikari', 'HikariConfig', 'HikariDataSource') },
  extends: { Source: ['javax.sql:DataSource'] },
  configs: [databaseClient('Source.setPassword()', { password: '$0' })],
});
