import { model } from '../../../facts/model';

export default model({
  library: 'flask_monitoringdashboard',
  configs: [{ kind: 'operations-endpoint', at: 'bind()', options: { what: { from: [], unset: 'monitor' } } }],
});
