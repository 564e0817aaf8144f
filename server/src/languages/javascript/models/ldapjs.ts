import { ldapClient } from './_ldap';

export default ldapClient('ldapjs', [
  'ldapjs-promise',
  'ldap-client',
  'ldapjs-client',
  '@ldapjs/client',
  '@ldapjs/filter',
]);
