import { model } from '../../../facts/model';
import { databaseClient, PREPARED, SETTER_WORDS, STATEMENT_WORDS } from './_words';

export default model({
  library: 'java.sql',
  types: {
    Connection: ['type java.sql.Connection', 'DriverManager.getConnection()', 'javax.sql:DataSource.getConnection()'],
    Statement: ['type java.sql.Statement', 'Connection.createStatement()'],
    PreparedStatement: ['type java.sql.PreparedStatement', 'Connection.prepareStatement()'],
    CallableStatement: ['type java.sql.CallableStatement', 'Connection.prepareCall()'],
    ResultSet: [
      'type java.sql.ResultSet',
      'Statement.{executeQuery,getResultSet,getGeneratedKeys}()',
      'PreparedStatement.{executeQuery,getResultSet}()',
    ],
  },
  extends: { PreparedStatement: ['Statement'], CallableStatement: ['PreparedStatement'] },
  sinks: {
    sql: [
      {
        at: 'Statement.{execute,executeQuery,executeUpdate,executeLargeUpdate,addBatch}($0)',
        bind: PREPARED,
        fix: STATEMENT_WORDS,
      },
      { at: 'Connection.{prepareStatement,prepareCall}($0)', bind: PREPARED, fix: SETTER_WORDS },
      'Connection.nativeSQL($0)',
    ],
  },
  propagators: [
    // Rows are what the database holds, not what the query was made of.
    {
      at: 'Statement.{execute,executeQuery,executeUpdate,executeLargeUpdate,addBatch,executeBatch,getResultSet}()',
      to: [],
    },
    { at: 'Connection.{prepareStatement,prepareCall,createStatement}()', to: [] },
    { at: 'PreparedStatement.*()', to: [] },
    { at: 'ResultSet.*()', to: [] },
    { at: 'DriverManager.getConnection()', to: [] },
  ],
  configs: [databaseClient('DriverManager.getConnection()', { user: '$1', password: '$2' })],
  scalarTypes: ['java.sql.Date', 'java.sql.Time', 'java.sql.Timestamp'],
});
