import { model } from '../../../facts/model';
import { databaseClient, ends } from './_words';

export default model({
  library: 'ioredis',
  aliases: ['redis', '@redis/client', 'handy-redis'],
  types: {
    Db: [
      'ioredis()',
      'Redis()',
      'Cluster()',
      'Redis.Cluster()',
      'createClient()',
      'createCluster()',
      'Db.{duplicate,multi,pipeline,connect}()',
      'type ioredis#Redis',
      'type ioredis#default',
      'type redis#RedisClientType',
      'type redis#RedisClient',
    ],
  },
  stores: [
    { kind: 'cache', does: 'write', at: 'Db.{set,setEx,setex,SET}($1…)', key: 'name' },
    { kind: 'cache', does: 'write', at: 'Db.{hset,hSet,lpush,lPush,rpush,rPush,sadd,sAdd}($1…)', key: 'name' },
    {
      kind: 'cache',
      does: 'read',
      at: 'Db.{get,GET,hget,hGet,hgetall,hGetAll,lrange,lRange,lpop,lPop,rpop,rPop,smembers,sMembers}()',
      key: 'name',
    },
  ],
  sinks: {
    nosql: [
      { at: 'Db.{eval,EVAL,evalRo,eval_ro,evalsha}($0)', variant: 'script' },
      { at: 'Db.script("LOAD", $1)', variant: 'script' },
      { at: 'Db.{scriptLoad,defineCommand}($0)', variant: 'script' },
    ],
  },
  configs: [
    { kind: 'connection', at: 'ioredis()', options: { address: { from: ['$0', '$0.url'] } } },
    databaseClient('Redis()', '$0', { user: 'username', ssl: 'tls' }, 'REDIS_PASSWORD'),
    databaseClient('ioredis()', '$0', { user: 'username', ssl: 'tls' }, 'REDIS_PASSWORD'),
    databaseClient('createClient()', '$0', { user: 'username', ssl: 'socket', host: 'socket.host' }, 'REDIS_PASSWORD'),
  ],
  propagators: ends('Db.*()'),
});
