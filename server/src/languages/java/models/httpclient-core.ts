import { model } from '../../../facts/model';

export default model({
  library: 'org.apache.http',
  sinks: { url: ['HttpHost($0)'] },
});
