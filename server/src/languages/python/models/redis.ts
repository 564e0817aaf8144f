import { model } from '../../../facts/model';
import { databaseClient } from './_words';

export default model({
  library: 'redis',
  aliases: ['redis.asyncio', 'aioredis'],
  types: { Store: ['Redis()', 'StrictRedis()', 'from_url()', 'Redis.from_url()', 'type redis#Redis'] },
  stores: [
    { kind: 'cache', does: 'write', at: 'Store.{set,setex,hset,lpush,rpush,sadd}($1…)', key: 'name' },
    { kind: 'cache', does: 'read', at: 'Store.{get,hget,hgetall,lrange,lpop,rpop,smembers}()', key: 'name' },
  ],
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
