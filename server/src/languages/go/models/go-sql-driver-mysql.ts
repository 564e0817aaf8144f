import { model } from '../../../facts/model';

export default model({
  library: 'github.com/go-sql-driver/mysql',
  configs: [
    {
      kind: 'database-client',
      at: 'Config()',
      options: {
        password: { from: ['$Passwd'] },
        user: { from: ['$User'] },
        host: { from: ['$Addr'] },
        ssl: { from: ['$TLSConfig'] },
        multiple: { from: ['$MultiStatements'] },
        interpolated: { from: ['$InterpolateParams'] },
      },
      fix: { environment: 'DB_PASSWORD', ssl: '$TLSConfig = "true"', multiple: '$MultiStatements -' },
    },
  ],
});
