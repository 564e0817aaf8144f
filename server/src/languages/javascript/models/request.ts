import { model } from '../../../facts/model';
import { outdated } from '../../../facts/outdated';
import { ends, tlsConfig } from './_words';

const VERBS = '{get,post,put,patch,del,delete,head,options}';
const CALLS = ['request()', `request.${VERBS}()`];

export default model({
  library: 'request',
  aliases: ['request-promise', 'request-promise-native', 'requestretry', '@cypress/request', 'postman-request'],
  types: { Client: ['request.defaults()'] },
  sinks: {
    url: ['request', 'Client'].flatMap((root) => [
      `${root}($0)`,
      `${root}($0.url)`,
      `${root}($0.uri)`,
      `${root}($0.baseUrl)`,
      `${root}.${VERBS}($0)`,
      `${root}.${VERBS}($0.url)`,
      `${root}.${VERBS}($0.uri)`,
      `${root}.${VERBS}($0.baseUrl)`,
    ]),
  },
  configs: [
    ...[...CALLS, 'request.defaults()'].flatMap((at) =>
      [
        '$0.strictSSL',
        '$0.rejectUnauthorized',
        '$1.strictSSL',
        '$1.rejectUnauthorized',
        '$0.agentOptions.rejectUnauthorized',
      ].map((option) => tlsConfig(at, option)),
    ),
    outdated('request', ['request', 'request-promise', 'request-promise-native'], {
      state: 'abandoned',
      instead: 'undici or axios',
    }),
  ],
  propagators: ends(...CALLS, 'Client()', `Client.${VERBS}()`),
});
