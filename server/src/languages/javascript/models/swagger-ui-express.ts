import { model } from '../../../facts/model';

export default model({
  library: 'swagger-ui-express',
  configs: [{ kind: 'operations-endpoint', at: 'setup()', options: { what: { from: [], unset: 'docs' } } }],
});
