import { model } from '../../../facts/model';
import { databaseClient } from './_words';

export default model({
  library: 'redis',
  aliases: ['redis.asyncio', 'aioredis'],
  types: { Store: ['Redis()', 'StrictRedis()', 'from_url()', 'Redis.from_url()', 'type redis#Redis'] },
  sinks: {
    nosql: [{ at: 'Store.{eval,script_load,register_script}($0)', variant: 'script' }],
  },
  propagators: [{ at: 'Store.*()', to: [] }],
  configs: [
    { kind: 'connection', at: 'from_url()', options: { address: { from: ['$0'] } } },
    { kind: 'connection', at: 'Redis.from_url()', options: { address: { from: ['$0'] } } },
    ...['Redis()', 'StrictRedis()'].map((at) => ({
      ...databaseClient(at, { host: { from: ['$0', '$host'] }, ssl: { from: ['$ssl'] } }),
      fix: { environment: 'REDIS_PASSWORD', ssl: '$ssl = True', verify: '$ssl_cert_reqs = "required"' },
    })),
  ],
});
