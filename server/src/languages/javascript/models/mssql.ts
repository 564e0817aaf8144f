import { type ConfigSpec, model } from '../../../facts/model';
import { ends } from './_words';

export default model({
  library: 'mssql',
  aliases: ['mssql/msnodesqlv8'],
  types: {
    Pool: [
      'connect()',
      'ConnectionPool()',
      'ConnectionPool().connect()',
      'Pool.connect()',
      'mssql.default.connect()',
      'type mssql#ConnectionPool',
    ],
    Request: [
      'Pool.request()',
      'Request()',
      'Transaction().request()',
      'PreparedStatement()',
      'Request.{input,output}()',
      'type mssql#Request',
    ],
  },
  sinks: {
    sql: [
      'Request.{query,batch,prepare}($0)',
      // With more arguments it is the tag of a template, which binds its values.
      { at: 'Pool.{query,batch}($0)', when: { $1: undefined } },
      { at: 'mssql.{query,batch}($0)', when: { $1: undefined } },
    ],
  },
  configs: [
    ...['connect()', 'ConnectionPool()'].map(
      (at): ConfigSpec => ({
        kind: 'database-client',
        at,
        options: {
          password: { from: ['$0.password'] },
          user: { from: ['$0.user'] },
          host: { from: ['$0.server'] },
          ssl: { from: ['$0.options.encrypt'] },
          insecure: { from: ['$0.options.trustServerCertificate'] },
        },
        fix: {
          environment: 'DB_PASSWORD',
          ssl: '$0.options.encrypt = true',
          insecure: '$0.options.trustServerCertificate = false',
        },
      }),
    ),
  ],
  propagators: ends(
    'Request.{query,batch,execute,input,output}()',
    'Pool.{query,batch,connect,request}()',
    'mssql.{query,batch,connect}()',
  ),
});
