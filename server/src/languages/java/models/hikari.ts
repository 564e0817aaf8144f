import { model } from '../../../facts/model';
import { made } from './_words';

export default model({
  library: 'com.zaxxer.hikari',
  types: { Source: made('com.zaxxer.hikari', 'HikariConfig', 'HikariDataSource') },
  extends: { Source: ['javax.sql:DataSource'] },
  configs: [
    {
      kind: 'credential',
      at: 'Source.setPassword()',
      options: { value: { from: ['$0'] } },
      fix: { environment: 'DB_PASSWORD' },
    },
  ],
});
