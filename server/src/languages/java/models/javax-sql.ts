import { model } from '../../../facts/model';

export default model({
  library: 'javax.sql',
  types: { DataSource: ['type javax.sql.DataSource'] },
  configs: [
    {
      kind: 'credential',
      at: 'DataSource.getConnection()',
      options: { value: { from: ['$1'] } },
      fix: { environment: 'DB_PASSWORD' },
    },
  ],
});
