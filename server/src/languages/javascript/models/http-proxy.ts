import { model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'http-proxy',
  aliases: ['httpxy', 'http-proxy-3'],
  types: { Proxy: ['createProxyServer()', 'createProxy()', 'createServer()', 'http-proxy()'] },
  sinks: {
    url: [
      'Proxy.web($2.target)',
      'Proxy.ws($3.target)',
      'Proxy.web($2.forward)',
      'createProxyServer($0.target)',
      'createServer($0.target)',
    ],
  },
  configs: ['createProxyServer()', 'createProxy()', 'createServer()'].map((at) => ({
    kind: 'tls-client' as const,
    at,
    options: { verify: { from: ['$0.secure'] } },
    fix: { verify: '$0.secure = true' },
  })),
  propagators: ends('Proxy.{web,ws,listen}()'),
});
