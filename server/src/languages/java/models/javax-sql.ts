import { model } from '../../../facts/model';
import { databaseClient } from './_words';

export default model({
  library: 'javax.sql',
  types: { DataSource: ['type javax.sql.DataSource'] },
  configs: [databaseClient('DataSource.getConnection()', { user: '$0', password: '$1' })],
});
