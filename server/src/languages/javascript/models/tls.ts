import { model } from '../../../facts/model';
import { ends, tlsVersions } from './_words';

export default model({
  library: 'tls',
  types: { Socket: ['connect()', 'TLSSocket()', 'type tls#TLSSocket'] },
  sinks: { url: ['connect($0.host)', 'connect($1)'] },
  configs: [
    tlsVersions('tls.{createServer,createSecureContext}()', '$0'),
    tlsVersions('connect()', '$2', '$1', '$0'),
    // The options come last; how many arguments stand before them differs.
    {
      kind: 'tls-client',
      at: 'connect()',
      options: {
        verify: { from: ['$2.rejectUnauthorized', '$1.rejectUnauthorized', '$0.rejectUnauthorized'] },
        hostname: { from: ['$2.checkServerIdentity', '$1.checkServerIdentity', '$0.checkServerIdentity'] },
      },
      fix: { verify: '$2.rejectUnauthorized = true', hostname: '$2.checkServerIdentity -' },
    },
    {
      kind: 'tls-client',
      at: 'TLSSocket()',
      options: { verify: { from: ['$1.rejectUnauthorized'] } },
      fix: { verify: '$1.rejectUnauthorized = true' },
    },
  ],
  propagators: ends('connect()'),
});
