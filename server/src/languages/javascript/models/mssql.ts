import { model } from '../../../facts/model';
import { credentials, ends } from './_words';

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
    credentials('connect()', { password: '$0.password' }, { environment: 'DB_PASSWORD' }),
    credentials('ConnectionPool()', { password: '$0.password' }, { environment: 'DB_PASSWORD' }),
  ],
  propagators: ends(
    'Request.{query,batch,execute,input,output}()',
    'Pool.{query,batch,connect,request}()',
    'mssql.{query,batch,connect}()',
  ),
});
