import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'needle',
  sinks: {
    url: ['needle($1)', 'needle.{get,head,post,put,patch,delete}($0)', 'needle.request($1)'],
  },
  configs: [
    ...[
      ['needle.{get,head}()', '$1'],
      ['needle.{post,put,patch,delete}()', '$2'],
      ['needle()', '$3'],
      ['needle.request()', '$3'],
    ].map(([at, options]) => ({
      kind: 'tls-client' as const,
      at,
      options: { verify: { from: [`${options}.rejectUnauthorized`] } },
      fix: { verify: `${options}.rejectUnauthorized = true` },
    })),
  ],
  propagators: ends('needle()', 'needle.*()'),
});
