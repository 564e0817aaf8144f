import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'tls',
  types: { Socket: ['connect()', 'TLSSocket()', 'type tls#TLSSocket'] },
  sinks: { url: ['connect($0.host)', 'connect($1)'] },
  configs: [
    // The options come last; how many arguments stand before them differs.
    ...['$2', '$1', '$0'].map((options) => ({
      kind: 'tls-client' as const,
      at: 'connect()',
      options: {
        verify: { from: [`${options}.rejectUnauthorized`] },
        hostname: { from: [`${options}.checkServerIdentity`] },
      },
      fix: { verify: `${options}.rejectUnauthorized = true`, hostname: `${options}.checkServerIdentity -` },
    })),
    {
      kind: 'tls-client',
      at: 'TLSSocket()',
      options: { verify: { from: ['$1.rejectUnauthorized'] } },
      fix: { verify: '$1.rejectUnauthorized = true' },
    },
  ],
  propagators: ends('connect()'),
});
