import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { credential, HTTP_METHODS } from './_words';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

const verified = (at: string): ConfigSpec => ({
  kind: 'tls-client',
  at,
  options: { verify: { from: ['$verify'] } },
  fix: { verify: '$verify -' },
});

export default model({
  library: 'httpx',
  types: {
    Connected: [
      'Client()',
      'AsyncClient()',
      'Connected.{__enter__,__aenter__}()',
      'type httpx#Client',
      'type httpx#AsyncClient',
    ],
  },
  sinks: {
    url: [
      ...VERBS.flatMap((verb) => [`${verb}($0)`, `${verb}($url)`]),
      'request($1)',
      'stream($1)',
      `Connected.${HTTP_METHODS}($0)`,
      `Connected.${HTTP_METHODS}($url)`,
      'Connected.{request,stream,build_request}($1)',
      'Client($base_url)',
      'AsyncClient($base_url)',
    ],
  },
  propagators: [
    ...VERBS.map((verb) => ({ at: `${verb}()`, to: [] })),
    { at: 'request()', to: [] },
    { at: 'Connected.*()', to: [] },
  ],
  configs: [
    ...VERBS.map(
      (verb): ConfigSpec => ({ kind: 'connection', at: `${verb}()`, options: { address: { from: ['$0', '$url'] } } }),
    ),
    { kind: 'connection', at: 'Client()', options: { address: { from: ['$base_url'] } } },
    { kind: 'connection', at: 'AsyncClient()', options: { address: { from: ['$base_url'] } } },

    ...[...VERBS.map((verb) => `${verb}()`), 'Client()', 'AsyncClient()', `Connected.${HTTP_METHODS}()`].map(
      (at): ConfigSpec => ({
        kind: 'outgoing-call',
        at,
        // Five seconds when nothing is said.
        options: { timeout: { from: ['$timeout'], unset: 5 } },
        fix: { timeout: '$timeout -' },
      }),
    ),
    ...[...VERBS.map((verb) => `${verb}()`), 'request()', `Connected.${HTTP_METHODS}()`].map(
      (at): ConfigSpec => ({ kind: 'outgoing-headers', at, options: { headers: { from: ['$headers'] } } }),
    ),
    ...VERBS.map((verb) => verified(`${verb}()`)),
    verified('request()'),
    verified('stream()'),
    verified('Client()'),
    verified('AsyncClient()'),
    credential('BasicAuth()', '$1', '$password'),
  ],
});
