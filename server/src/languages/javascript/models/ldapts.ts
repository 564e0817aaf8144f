import { ldapClient } from './_ldap';

export default ldapClient('ldapts', []);
