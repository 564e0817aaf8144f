import { model } from '../../../facts/model';
import { databaseClient } from './_words';

export default model({
  library: 'org.springframework.jdbc.datasource',
  types: {
    Source: ['type org.springframework.jdbc.datasource.DriverManagerDataSource', 'DriverManagerDataSource()'],
  },
  extends: { Source: ['javax.sql:DataSource'] },
  configs: [
    databaseClient('DriverManagerDataSource()', { user: '$1', password: '$2' }),
    databaseClient('Source.setPassword()', { password: '$0' }),
  ],
});
