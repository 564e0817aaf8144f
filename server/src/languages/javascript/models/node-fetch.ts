import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'node-fetch',
  aliases: [
    'cross-fetch',
    'isomorphic-fetch',
    'node-fetch-native',
    'node-fetch-commonjs',
    '@adobe/fetch',
    'fetch-retry',
  ],
  sinks: { url: ['node-fetch($0)', 'fetch($0)', 'node-fetch($0.url)'] },
  propagators: ends('node-fetch()', 'fetch()'),
});
