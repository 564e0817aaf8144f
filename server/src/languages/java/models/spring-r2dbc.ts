import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.r2dbc.core',
  types: {
    Client: ['type org.springframework.r2dbc.core.DatabaseClient', 'DatabaseClient.create()'],
  },
  sinks: {
    sql: [{ at: 'Client.sql($0)', bind: { style: ':name', values: 'method', method: '.bind("$n", $v)' } }],
  },
  propagators: [{ at: 'Client.sql()', to: [] }],
});
