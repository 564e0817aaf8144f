import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: '@google-cloud/bigquery',
  types: { Db: ['BigQuery()', 'type @google-cloud/bigquery#BigQuery'] },
  sinks: { sql: ['Db.{query,createQueryJob}($0)', 'Db.{query,createQueryJob}($0.query)'] },
  propagators: ends('Db.{query,createQueryJob}()'),
});
