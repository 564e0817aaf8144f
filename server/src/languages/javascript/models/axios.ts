import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';
import { ends } from './_words';

const VERBS = '{get,delete,head,options,post,put,patch,postForm,putForm,patchForm,getUri}';

export default model({
  library: 'axios',
  aliases: ['redaxios', 'axios/dist/axios'],
  types: {
    Client: [
      'axios.create()',
      'Axios()',
      'axios.default',
      'type axios#AxiosInstance',
      'type axios#AxiosStatic',
      'type axios#Axios',
    ],
  },
  sinks: {
    url: ['axios', 'Client'].flatMap((root) => [
      `${root}($0)`,
      `${root}($0.url)`,
      `${root}($0.baseURL)`,
      `${root}.${VERBS}($0)`,
      `${root}.{get,delete,head,options}($1.baseURL)`,
      `${root}.{post,put,patch}($2.baseURL)`,
      `${root}.request($0.url)`,
      `${root}.request($0.baseURL)`,
    ]),
  },
  propagators: ends('axios()', 'axios.*()', 'Client()', 'Client.*()'),
  configs: [
    {
      kind: 'connection',
      at: 'axios.{get,delete,head,options,post,put,patch}()',
      options: { address: { from: ['$0'] } },
    },
    { kind: 'connection', at: 'axios.create()', options: { address: { from: ['$0.baseURL'] } } },

    ...['axios', 'Client'].flatMap((root): ConfigSpec[] => [
      {
        kind: 'outgoing-call',
        at: `${root}.{get,delete,head,options}()`,
        options: { timeout: { from: ['$1.timeout', '$1.signal'], unset: 'inherited' } },
        fix: { timeout: '$1.timeout = 10_000' },
      },
      {
        kind: 'outgoing-call',
        at: `${root}.{post,put,patch}()`,
        options: { timeout: { from: ['$2.timeout', '$2.signal'], unset: 'inherited' } },
        fix: { timeout: '$2.timeout = 10_000' },
      },
    ]),
    ...['axios', 'Client'].flatMap((root): ConfigSpec[] => [
      {
        kind: 'outgoing-headers',
        at: `${root}.{get,delete,head,options}()`,
        options: { headers: { from: ['$1.headers'] } },
      },
      { kind: 'outgoing-headers', at: `${root}.{post,put,patch}()`, options: { headers: { from: ['$2.headers'] } } },
      { kind: 'outgoing-headers', at: `${root}.request()`, options: { headers: { from: ['$0.headers'] } } },
      { kind: 'outgoing-headers', at: `${root}()`, options: { headers: { from: ['$0.headers', '$1.headers'] } } },
    ]),
    {
      kind: 'outgoing-call',
      at: 'axios.create()',
      options: { timeout: { from: ['$0.timeout'], unset: 'unlimited' } },
      fix: { timeout: '$0.timeout = 10_000' },
    },
  ],
});
