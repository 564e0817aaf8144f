import { model } from '../../../facts/model';
import { credential } from './_words';

const FILTER = { 'query-escape': '@{ldap.filter#escape_filter_chars}($value)' };
const NAME = { 'query-escape': '@{ldap.dn#escape_dn_chars}($value)' };

export default model({
  library: 'ldap',
  types: { Directory: ['initialize()', 'open()', 'ldapobject.{SimpleLDAPObject,ReconnectLDAPObject}()'] },
  sinks: {
    ldap: [
      { at: 'Directory.{search,search_s,search_st,search_ext,search_ext_s}($2)', fix: FILTER },
      { at: 'Directory.{search,search_s,search_st,search_ext,search_ext_s}($filterstr)', fix: FILTER },
      { at: 'Directory.{search,search_s,search_st,search_ext,search_ext_s}($0)', variant: 'dn', fix: NAME },
      {
        at: 'Directory.{simple_bind,simple_bind_s,bind,bind_s,modify_s,add_s,delete_s,compare_s,passwd_s}($0)',
        variant: 'dn',
        fix: NAME,
      },
    ],
  },
  sanitizers: [
    { at: 'filter.{escape_filter_chars,filter_format}()', cleans: ['ldap'] },
    { at: 'dn.escape_dn_chars()', cleans: ['ldap'] },
  ],
  propagators: [{ at: 'Directory.*()', to: [] }],
  configs: [credential('Directory.{simple_bind,simple_bind_s,bind_s}()', '$1', '$cred')],
});
