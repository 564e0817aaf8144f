import { model } from '../../../facts/model';
import { made } from './_words';

export default model({
  library: 'javax.naming.directory',
  types: {
    Directory: [
      'type javax.naming.directory.DirContext',
      'type javax.naming.ldap.LdapContext',
      'type javax.naming.ldap.InitialLdapContext',
      ...made('javax.naming.directory', 'InitialDirContext'),
    ],
  },
  extends: { Directory: ['javax.naming:Names'] },
  sinks: {
    ldap: [
      {
        at: 'Directory.search($1)',
        fix: { 'query-escape': '@{org.springframework.ldap.support.LdapEncoder}.filterEncode($value)' },
      },
      {
        at: 'Directory.{search,getAttributes,modifyAttributes,bind,rebind,unbind,createSubcontext,destroySubcontext}($0)',
        variant: 'dn',
        fix: { 'query-escape': '@{org.springframework.ldap.support.LdapEncoder}.nameEncode($value)' },
      },
    ],
  },
  propagators: [{ at: 'Directory.{search,getAttributes}()', to: [] }],
});
