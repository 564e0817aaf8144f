import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'undici',
  sinks: {
    url: [
      'undici.{request,fetch,stream,pipeline,connect,upgrade}($0)',
      'Client($0)',
      'Pool($0)',
      'Agent().request($0.origin)',
      'ProxyAgent($0)',
    ],
  },
  configs: ['Agent()', 'Client()', 'Pool()', 'ProxyAgent()'].map((at) => ({
    kind: 'tls-client' as const,
    at,
    options: {
      verify: {
        from: ['$1.connect.rejectUnauthorized', '$0.connect.rejectUnauthorized', '$0.requestTls.rejectUnauthorized'],
      },
    },
    fix: { verify: '$0.connect.rejectUnauthorized = true' },
  })),
  propagators: ends('undici.{request,fetch,stream,pipeline,connect,upgrade}()', 'Client()', 'Pool()'),
});
