import { model } from '../../../facts/model';
import { credential } from './_words';

const FILTER = { 'query-escape': '@{ldap3.utils.conv#escape_filter_chars}($value)' };
const NAME = { 'query-escape': '@{ldap3.utils.dn#escape_rdn}($value)' };

export default model({
  library: 'ldap3',
  types: { Directory: ['Connection()', 'Directory.__enter__()', 'type ldap3#Connection'] },
  sinks: {
    ldap: [
      { at: 'Directory.search($1)', fix: FILTER },
      { at: 'Directory.search($search_filter)', fix: FILTER },
      { at: 'Directory.extend.standard.paged_search($1)', fix: FILTER },
      { at: 'Directory.extend.standard.paged_search($search_filter)', fix: FILTER },
      { at: 'Directory.{search,add,delete,modify,modify_dn,compare}($0)', variant: 'dn', fix: NAME },
      { at: 'Directory.search($search_base)', variant: 'dn', fix: NAME },
      { at: 'Connection($user)', variant: 'dn', fix: NAME },
    ],
  },
  sanitizers: [
    { at: 'utils.conv.{escape_filter_chars,escape_bytes}()', cleans: ['ldap'] },
    { at: 'utils.dn.{escape_rdn,safe_rdn}()', cleans: ['ldap'] },
  ],
  propagators: [{ at: 'Directory.*()', to: [] }],
  configs: [
    credential('Connection()', '$password'),
    {
      kind: 'tls-client',
      at: 'Tls()',
      options: { verify: { from: ['$validate'] } },
      fix: { verify: '$validate = @{ssl}.CERT_REQUIRED' },
    },
  ],
});
