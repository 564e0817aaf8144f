import { model } from '../../../facts/model';

export default model({
  library: 'github.com/gin-contrib/pprof',
  configs: [
    {
      kind: 'operations-endpoint',
      at: 'pprof.{Register,RouteRegister}()',
      options: { what: { from: [], unset: 'profiler' } },
    },
  ],
});
