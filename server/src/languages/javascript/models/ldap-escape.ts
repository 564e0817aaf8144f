import { model } from '../../../facts/model';

export default model({
  library: 'ldap-escape',
  sanitizers: [
    { at: 'ldap-escape.{filter,dn}()', cleans: ['ldap'] },
    { at: 'ldap-escape.escape.{filter,dn}()', cleans: ['ldap'] },
  ],
});
