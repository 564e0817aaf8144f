import { model } from '../../../facts/model';
import { credentials, ends } from './_words';

const FILTERS = [
  'EqualityFilter',
  'SubstringFilter',
  'PresenceFilter',
  'GreaterThanEqualsFilter',
  'LessThanEqualsFilter',
  'ApproximateFilter',
  'ExtensibleFilter',
  'AndFilter',
  'OrFilter',
  'NotFilter',
];

export default model({
  library: 'ldapjs',
  aliases: ['ldapts', 'ldapjs-promise', 'ldap-client', 'ldapjs-client', '@ldapjs/client', '@ldapjs/filter'],
  types: { Db: ['createClient()', 'Client()', 'type ldapts#Client', 'type ldapjs#Client'] },
  sinks: {
    ldap: [
      'Db.{search,searchPaginated}($1.filter)',
      'parseFilter($0)',
      'FilterParser.parseString($0)',
      { at: 'Db.{search,searchPaginated,bind,add,modify,del,compare,modifyDN,exop}($0)', variant: 'dn' },
    ],
  },
  sanitizers: [
    ...FILTERS.flatMap((name) => [
      { at: `${name}()`, cleans: ['ldap'] as const },
      { at: `filters.${name}()`, cleans: ['ldap'] as const },
    ]),
    { at: 'DN()', cleans: ['ldap'] },
    { at: 'RDN()', cleans: ['ldap'] },
  ],
  configs: [credentials('Db.bind()', { password: '$1' }, { environment: 'LDAP_PASSWORD' })],
  propagators: ends('Db.*()'),
});
