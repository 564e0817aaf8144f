import { model } from '../../../facts/model';

export default model({
  library: 'express-status-monitor',
  configs: [
    {
      kind: 'operations-endpoint',
      at: 'express-status-monitor()',
      unless: { '$0.path': '' },
      options: { what: { from: [], unset: 'monitor' } },
    },
  ],
});
