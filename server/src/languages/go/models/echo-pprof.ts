import { model } from '../../../facts/model';

export default model({
  library: 'github.com/labstack/echo-contrib/pprof',
  configs: [
    { kind: 'operations-endpoint', at: 'pprof.{Register,Wrap}()', options: { what: { from: [], unset: 'profiler' } } },
  ],
});
