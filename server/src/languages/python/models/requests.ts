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
  library: 'requests',
  types: {
    Client: ['Session()', 'session()', 'Client.__enter__()', 'type requests#Session', 'type requests.sessions#Session'],
  },
  sinks: {
    url: [
      ...VERBS.flatMap((verb) => [`${verb}($0)`, `${verb}($url)`]),
      'request($1)',
      'request($url)',
      `Client.${HTTP_METHODS}($0)`,
      `Client.${HTTP_METHODS}($url)`,
      'Client.request($1)',
      'Client.request($url)',
      'Request($1)',
    ],
  },
  sanitizers: [{ at: 'utils.quote()', cleans: ['html', 'html-script', 'header', 'log'] }],
  propagators: [
    // Answers are not what the address was.
    ...VERBS.map((verb) => ({ at: `${verb}()`, to: [] })),
    { at: 'requests.request()', to: [] },
    { at: 'Client.*()', to: [] },
  ],
  configs: [
    ...VERBS.map(
      (verb): ConfigSpec => ({ kind: 'connection', at: `${verb}()`, options: { address: { from: ['$0', '$url'] } } }),
    ),

    ...[...VERBS.map((verb) => `${verb}()`), 'requests.request()'].map(
      (at): ConfigSpec => ({
        kind: 'outgoing-call',
        at,
        options: { timeout: { from: ['$timeout'], unset: null } },
        fix: { timeout: '$timeout = 10' },
      }),
    ),
    ...[...VERBS.map((verb) => `${verb}()`), 'requests.request()', `Client.${HTTP_METHODS}()`, 'Client.request()'].map(
      (at): ConfigSpec => ({ kind: 'outgoing-headers', at, options: { headers: { from: ['$headers'] } } }),
    ),
    {
      kind: 'outgoing-call',
      at: `Client.${HTTP_METHODS}()`,
      // An adapter of the session may have one.
      options: { timeout: { from: ['$timeout'], unset: 'unknown' } },
      fix: { timeout: '$timeout = 10' },
    },
    ...VERBS.map((verb) => verified(`${verb}()`)),
    verified('requests.request()'),
    verified(`Client.${HTTP_METHODS}()`),
    verified('Client.request()'),
    verified('Client.send()'),
    {
      kind: 'tls-client',
      at: 'Session()',
      options: { verify: { from: ['.verify'] } },
      fix: { verify: '.verify = True' },
    },
    {
      kind: 'tls-client',
      at: 'requests.session()',
      options: { verify: { from: ['.verify'] } },
      fix: { verify: '.verify = True' },
    },
    credential('auth.{HTTPBasicAuth,HTTPDigestAuth}()', '$1', '$password'),
  ],
});
