import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.jdbc.datasource',
  types: {
    Source: ['type org.springframework.jdbc.datasource.DriverManagerDataSource', 'DriverManagerDataSource()'],
  },
  extends: { Source: ['javax.sql:DataSource'] },
  configs: [
    {
      kind: 'credential',
      at: 'DriverManagerDataSource()',
      options: { value: { from: ['$2'] } },
      fix: { environment: 'DB_PASSWORD' },
    },
    {
      kind: 'credential',
      at: 'Source.setPassword()',
      options: { value: { from: ['$0'] } },
      fix: { environment: 'DB_PASSWORD' },
    },
  ],
});
