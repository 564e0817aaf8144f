import { model } from '../../../facts/model';

export default model({
  library: 'expvar',
  configs: [
    { kind: 'operations-endpoint', at: 'expvar.Handler()', options: { what: { from: [], unset: 'profiler' } } },
  ],
});
