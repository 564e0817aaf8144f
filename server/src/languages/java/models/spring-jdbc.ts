import { type Bind, model } from '../../../facts/model';

const spread = (at: number): Bind => ({ style: '?', values: 'spread', at });
const NAMED = { style: ':name', values: 'object', at: 1 } as const;

export default model({
  library: 'org.springframework.jdbc.core',
  types: {
    Jdbc: [
      'type org.springframework.jdbc.core.JdbcTemplate',
      'type org.springframework.jdbc.core.JdbcOperations',
      'JdbcTemplate()',
      'Named.getJdbcOperations()',
      'Named.getJdbcTemplate()',
    ],
    Named: [
      'type org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate',
      'type org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations',
      'namedparam.NamedParameterJdbcTemplate()',
    ],
    Client: ['type org.springframework.jdbc.core.simple.JdbcClient', 'simple.JdbcClient.create()'],
    Spec: [
      'type org.springframework.jdbc.core.simple.JdbcClient.StatementSpec',
      'Client.sql()',
      'Spec.{param,params,paramSource}()',
    ],
  },
  sinks: {
    sql: [
      { at: 'Jdbc.{query,queryForObject,queryForStream}($0)', bind: spread(2) },
      { at: 'Jdbc.queryForList($0)', when: { $1: undefined }, bind: spread(1) },
      { at: 'Jdbc.queryForList($0)', unless: { $1: undefined }, bind: spread(2) },
      { at: 'Jdbc.{queryForMap,queryForRowSet,update}($0)', bind: spread(1) },
      'Jdbc.{execute,batchUpdate,queryForInt,queryForLong}($0)',
      {
        at: 'Named.{query,queryForObject,queryForList,queryForMap,queryForRowSet,queryForStream,update,execute,batchUpdate}($0)',
        bind: NAMED,
      },
      { at: 'Client.sql($0)', bind: { style: ':name', values: 'method', method: '.param("$n", $v)' } },
    ],
  },
  propagators: [
    { at: 'Jdbc.*()', to: [] },
    { at: 'Named.*()', to: [] },
    { at: 'Client.sql()', to: [] },
    { at: 'Spec.*()', to: [] },
  ],
});
