import { model } from '../../../facts/model';

const FILTER = { 'query-escape': '@{org.springframework.ldap.support.LdapEncoder}.filterEncode($value)' };
const NAME = { 'query-escape': '@{org.springframework.ldap.support.LdapEncoder}.nameEncode($value)' };

export default model({
  library: 'org.springframework.ldap.core',
  types: {
    Template: [
      'type org.springframework.ldap.core.LdapTemplate',
      'type org.springframework.ldap.core.LdapOperations',
      'type org.springframework.security.ldap.SpringSecurityLdapTemplate',
      'LdapTemplate()',
    ],
  },
  sinks: {
    ldap: [
      {
        at: 'Template.{search,searchForObject,searchForContext,authenticate,find,searchForSingleEntry}($1)',
        fix: FILTER,
      },
      {
        at: 'Template.{search,searchForObject,searchForContext,authenticate,lookup,lookupContext,bind,rebind,unbind,list,listBindings}($0)',
        fix: NAME,
        variant: 'dn',
      },
    ],
  },
  propagators: [{ at: 'Template.*()', to: [] }],
});
