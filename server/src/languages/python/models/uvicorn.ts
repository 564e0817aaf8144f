import { model } from '../../../facts/model';
import { middleware } from './_words';

const HEADERS = [
  ...middleware('ProxyHeadersMiddleware', 'proxy_headers'),
  'uvicorn.middleware.proxy_headers.ProxyHeadersMiddleware',
];

export default model({
  library: 'uvicorn',
  configs: [
    ...['run()', 'Config()'].map((at) => ({
      kind: 'trusted-proxies' as const,
      at,
      unless: { $forwarded_allow_ips: undefined },
      options: { proxies: { from: ['$forwarded_allow_ips'] } },
      fix: { proxies: '$forwarded_allow_ips = "127.0.0.1"', review: 'yes' },
    })),
    {
      kind: 'trusted-proxies',
      at: 'middleware.proxy_headers.ProxyHeadersMiddleware()',
      options: { proxies: { from: ['$trusted_hosts', '$1'] } },
      fix: { proxies: '$trusted_hosts = "127.0.0.1"', review: 'yes' },
    },
    {
      kind: 'trusted-proxies',
      at: 'starlette:App.add_middleware()',
      when: { $0: HEADERS },
      options: { proxies: { from: ['$trusted_hosts'] } },
      fix: { proxies: '$trusted_hosts = "127.0.0.1"', review: 'yes' },
    },
  ],
});
