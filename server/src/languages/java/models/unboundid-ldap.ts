import { model } from '../../../facts/model';

export default model({
  library: 'com.unboundid.ldap.sdk',
  types: {
    Connection: [
      'type com.unboundid.ldap.sdk.LDAPConnection',
      'type com.unboundid.ldap.sdk.LDAPConnectionPool',
      'type com.unboundid.ldap.sdk.LDAPInterface',
      'LDAPConnection()',
      'Connection.getConnection()',
    ],
  },
  sinks: {
    ldap: [
      {
        at: 'Connection.{search,searchForEntry}($2)',
        fix: { 'query-escape': '@{com.unboundid.ldap.sdk.Filter}.encodeValue($value)' },
      },
      { at: 'Connection.{search,searchForEntry,bind,delete,getEntry}($0)', variant: 'dn' },
      { at: 'Filter.create($0)', fix: { 'query-escape': '@{com.unboundid.ldap.sdk.Filter}.encodeValue($value)' } },
      { at: 'SearchRequest($2)', fix: { 'query-escape': '@{com.unboundid.ldap.sdk.Filter}.encodeValue($value)' } },
    ],
  },
  sanitizers: [
    {
      at: 'Filter.{createEqualityFilter,createSubstringFilter,createGreaterOrEqualFilter,createLessOrEqualFilter,createApproximateMatchFilter,equals,encodeValue}()',
      cleans: ['ldap'],
    },
    { at: 'RDN()', cleans: ['ldap'] },
  ],
  propagators: [{ at: 'Connection.*()', to: [] }],
  configs: [{ kind: 'credential', at: 'Connection.bind()', options: { value: { from: ['$1'] } } }],
});
