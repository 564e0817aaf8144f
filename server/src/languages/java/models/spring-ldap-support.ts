import { model } from '../../../facts/model';

export default model({
  library: 'org.springframework.ldap.support',
  types: {
    Name: ['type org.springframework.ldap.support.LdapNameBuilder', 'LdapNameBuilder.newInstance()', 'Name.add()'],
  },
  sanitizers: [
    { at: 'LdapEncoder.{filterEncode,nameEncode}()', cleans: ['ldap'] },
    { at: 'Name.add()', cleans: ['ldap'] },
  ],
});
