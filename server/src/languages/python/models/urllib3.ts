import type { ConfigSpec } from '../../../facts/model';
import { model } from '../../../facts/model';

const POOLS = ['PoolManager', 'ProxyManager', 'HTTPSConnectionPool'];

const verified = (at: string): ConfigSpec => ({
  kind: 'tls-client',
  at,
  options: { verify: { from: ['$cert_reqs'] }, hostname: { from: ['$assert_hostname'] } },
  fix: { verify: '$cert_reqs -', hostname: '$assert_hostname -' },
});

export default model({
  library: 'urllib3',
  types: { Pool: POOLS.map((name) => `${name}()`) },
  sinks: {
    url: [
      'request($1)',
      'Pool.{request,urlopen,request_encode_url,request_encode_body}($1)',
      'HTTPConnectionPool($0)',
      'HTTPSConnectionPool($0)',
      'connection_from_url($0)',
    ],
  },
  propagators: [
    { at: 'request()', to: [] },
    { at: 'Pool.*()', to: [] },
  ],
  configs: POOLS.map((name) => verified(`${name}()`)),
});
