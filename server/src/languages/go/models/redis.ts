import { model } from '../../../facts/model';
import { connection } from './_words';

export default model({
  library: 'github.com/redis/go-redis/v9',
  aliases: ['github.com/go-redis/redis/v8', 'github.com/go-redis/redis', 'gopkg.in/redis.v5'],
  types: {
    Client: [
      'github.com/redis/go-redis/v9.{NewClient,NewClusterClient,NewUniversalClient}()',
      'type github.com/redis/go-redis/v9#Client',
    ],
  },
  sinks: { nosql: [{ at: 'Client.Eval($1)', variant: 'script' }] },
  propagators: [{ at: 'Client.*()', to: [] }],
  configs: [
    connection('ParseURL()', '$0'),
    ...['Options()', 'ClusterOptions()', 'UniversalOptions()', 'FailoverOptions()'].map((at) => ({
      kind: 'database-client' as const,
      at,
      options: { password: { from: ['$Password'] }, user: { from: ['$Username'] }, host: { from: ['$Addr'] } },
      fix: { environment: 'REDIS_PASSWORD' },
    })),
  ],
});
