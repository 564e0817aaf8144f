import { model } from '../../../facts/model';

export default model({
  library: 'javax.naming.ldap',
  sanitizers: [{ at: 'Rdn.escapeValue()', cleans: ['ldap'] }],
});
