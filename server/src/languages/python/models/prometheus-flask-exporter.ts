import { model } from '../../../facts/model';

export default model({
  library: 'prometheus_flask_exporter',
  aliases: ['prometheus_flask_exporter.multiprocess'],
  configs: [
    { kind: 'operations-endpoint', at: 'PrometheusMetrics()', options: { what: { from: [], unset: 'metrics' } } },
  ],
});
