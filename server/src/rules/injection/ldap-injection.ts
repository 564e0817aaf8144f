import { flow } from '../rule';

export default flow({
  id: 'ldap-injection',
  title: 'LDAP filter or DN built from request data',
  cwe: [90],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.2.6'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'interpreter',
  from: ['remote'],
  to: ['ldap'],
  message: ({ source, variant }) =>
    variant === 'dn'
      ? `${source} becomes part of a distinguished name; escape it for names or build the name from its parts.`
      : `${source} becomes part of the LDAP filter; escape it or use a filter object.`,
  why: 'Parentheses, stars and backslashes mean something in filters, commas and equal signs in names. A value with them can widen a search to every entry, skip the test of a password attribute or move a bind to another account.',
  fix: 'Build filters from objects where the library has them, or escape the value with the function for filters; escape with the function for names when it goes into a distinguished name. The two are not the same.',
  secondLayer:
    'Bind with an account that may only read the needed subtree and attributes, limit the size of results, and check the shape of user names first.',
  detection:
    'Log searches with a star where none is expected, filter syntax errors and results larger than one entry at sign-in.',
  tradeOffs:
    'Escaping forbids users to search with wildcards; where that is wanted, add the star yourself after escaping.',
  references: [
    'https://cwe.mitre.org/data/definitions/90.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/LDAP_Injection_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['equality-filter', 'parse-query-escape'],
});
