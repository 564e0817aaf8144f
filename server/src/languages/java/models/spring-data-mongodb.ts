import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.data.mongodb.core.query',
  sinks: { nosql: ['BasicQuery($0)', 'BasicUpdate($0)'] },
  propagators: [{ at: 'BasicQuery()', to: [] }],
});
