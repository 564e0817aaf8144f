import { model } from '../../../facts/model';

export default model({
  library: 'net/http/pprof',
  configs: [
    {
      kind: 'operations-endpoint',
      at: 'net/http/pprof',
      imported: true,
      options: { imported: { from: [], unset: true }, what: { from: [], unset: 'profiler' } },
    },
  ],
});
