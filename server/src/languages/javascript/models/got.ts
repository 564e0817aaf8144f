import { model } from '../../../facts/model';
import { ends } from './_words';

const VERBS = '{get,post,put,patch,head,delete,stream,paginate}';

/** Clients that are called with an address or with options, and have one function for each method. */
export default model({
  library: 'got',
  aliases: [
    'ky',
    'ky-universal',
    'wretch',
    'ofetch',
    'bent',
    'phin',
    'make-fetch-happen',
    'minipass-fetch',
    'unfetch',
    'isomorphic-unfetch',
    'simple-get',
    'urllib',
    'centra',
    'teeny-request',
    'typed-rest-client',
    'hyperquest',
    'reqwest',
  ],
  types: { Client: ['got.{extend,create}()', 'got.defaults()'] },
  sinks: {
    url: [
      ...['got', 'Client'].flatMap((root) => [
        `${root}($0)`,
        `${root}($0.url)`,
        `${root}.${VERBS}($0)`,
        `${root}.stream.${VERBS}($0)`,
        `${root}($1.prefixUrl)`,
      ]),
      'got.{request,curl,fetch,ofetch}($0)',
    ],
  },
  configs: [
    { kind: 'connection', at: `got.${VERBS}()`, options: { address: { from: ['$0'] } } },

    { kind: 'outgoing-headers', at: `got.${VERBS}()`, options: { headers: { from: ['$1.headers'] } } },
    { kind: 'outgoing-headers', at: 'got()', options: { headers: { from: ['$1.headers', '$0.headers'] } } },
    {
      kind: 'outgoing-call',
      at: 'got.{extend,create}()',
      options: { timeout: { from: ['$0.timeout'], unset: 'inherited' } },
      fix: { timeout: '$0.timeout = { request: 10_000 }' },
    },
    ...['$1', '$0'].map((options) => ({
      kind: 'tls-client' as const,
      at: 'got()',
      options: { verify: { from: [`${options}.https.rejectUnauthorized`] } },
      fix: { verify: `${options}.https.rejectUnauthorized = true` },
    })),
    {
      kind: 'tls-client',
      at: `got.${VERBS}()`,
      options: { verify: { from: ['$1.https.rejectUnauthorized'] } },
      fix: { verify: '$1.https.rejectUnauthorized = true' },
    },
    {
      kind: 'tls-client',
      at: 'got.extend()',
      options: { verify: { from: ['$0.https.rejectUnauthorized'] } },
      fix: { verify: '$0.https.rejectUnauthorized = true' },
    },
  ],
  propagators: ends('got()', 'got.*()', 'Client()', 'Client.*()'),
});
