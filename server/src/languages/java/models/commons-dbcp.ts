import { model } from '../../../facts/model';
import { made } from './_words';

export default model({
  library: 'org.apache.commons.dbcp2',
  types: { Source: made('org.apache.commons.dbcp2', 'BasicDataSource') },
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
