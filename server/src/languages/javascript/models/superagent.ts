import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'superagent',
  types: {
    Client: ['superagent.agent()'],
    Request: [
      'superagent()',
      'superagent.{get,post,put,patch,delete,del,head,options}()',
      'Client.{get,post,put,patch,delete,del,head}()',
      'Request.*()',
    ],
  },
  sinks: {
    url: [
      'superagent($0)',
      'superagent($1)',
      'superagent.{get,post,put,patch,delete,del,head,options}($0)',
      'Client.{get,post,put,patch,delete,del,head}($0)',
    ],
  },
  configs: [
    {
      kind: 'tls-client',
      at: 'Request.disableTLSCerts()',
      options: { verify: { from: [], unset: false } },
    },
  ],
  propagators: ends('superagent()', 'superagent.*()', 'Client.*()', 'Request.*()'),
});
