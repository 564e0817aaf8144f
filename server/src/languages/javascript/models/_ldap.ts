import type { Model } from '../../../facts/model';
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

/** Two libraries with one interface; the one that descends from the other has no `createClient`. */
export const ldapClient = (library: string, aliases: readonly string[]): Model =>
  model({
    library,
    aliases,
    types: { Db: ['createClient()', 'Client()', `type ${library}#Client`] },
    sinks: {
      ldap: [
        {
          at: 'Db.{search,searchPaginated}($1.filter)',
          fix: { equality: `new @{${library}#EqualityFilter}({ attribute: $attribute, value: String($value) })` },
        },
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
