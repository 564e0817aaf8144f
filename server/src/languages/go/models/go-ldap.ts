import { model } from '../../../facts/model';
import { connection, credential, nothing, typed } from './_words';

const WORDS = { 'query-escape': '@{github.com/go-ldap/ldap/v3 as ldap}.EscapeFilter($value)' };

export default model({
  library: 'github.com/go-ldap/ldap/v3',
  aliases: ['github.com/go-ldap/ldap', 'gopkg.in/ldap.v3', 'gopkg.in/ldap.v2', 'gopkg.in/ldap.v1'],
  types: {
    Link: [
      ...typed('github.com/go-ldap/ldap/v3', 'Conn', 'Client'),
      'github.com/go-ldap/ldap/v3.{Dial,DialURL,DialTLS}()[0]',
    ],
  },
  sinks: {
    ldap: [
      { at: 'NewSearchRequest($6)', fix: WORDS },
      { at: 'NewSearchRequest($0)', variant: 'dn' },
      { at: 'SearchRequest($Filter)', fix: WORDS },
      { at: 'SearchRequest($BaseDN)', variant: 'dn' },
      { at: 'CompileFilter($0)', fix: WORDS },
      { at: 'github.com/go-ldap/ldap/v3.{NewAddRequest,NewModifyRequest,NewDelRequest}($0)', variant: 'dn' },
      { at: 'Link.{Bind,UnauthenticatedBind}($0)', variant: 'dn' },
    ],
    url: ['DialURL($0)', 'github.com/go-ldap/ldap/v3.{Dial,DialTLS}($1)'],
  },
  sanitizers: [{ at: 'github.com/go-ldap/ldap/v3.{EscapeFilter,EscapeDN}()', cleans: ['ldap'] }],
  propagators: [
    ...nothing(
      'github.com/go-ldap/ldap/v3.{Dial,DialURL,DialTLS,NewSearchRequest,NewAddRequest,NewModifyRequest,NewDelRequest}()',
      'Link.*()',
      'SearchRequest()',
    ),
    { at: 'github.com/go-ldap/ldap/v3.{EscapeFilter,EscapeDN}()' },
  ],
  configs: [connection('DialURL()', '$0'), credential('Link.Bind()', '$1')],
});
