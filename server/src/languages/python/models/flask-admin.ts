import { model } from '../../../facts/model';

export default model({
  library: 'flask_admin',
  configs: [{ kind: 'operations-endpoint', at: 'Admin()', options: { what: { from: [], unset: 'admin' } } }],
});
