import { flow } from '../rule';

export default flow({
  id: 'sql-injection',
  title: 'SQL text built from request data',
  cwe: [89, 564],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.2.4'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'interpreter',
  family: { name: 'sql', rank: 1 },
  from: ['remote', 'stored'],
  to: ['sql'],
  message: ({ source }) => `${source} becomes part of the SQL text; pass it as a bound parameter.`,
  why: 'The database cannot tell which part of the text was meant as data. Whoever chooses that part can end the literal it stands in and go on with SQL of their own: read other tables, change rows, sign in without a password, and on some servers run programs.',
  fix: 'Keep the SQL text constant and hand every value over beside it: a placeholder with a parameter array, a named parameter, or a tagged template that binds. Names of tables and columns cannot be bound; choose them from a constant map.',
  secondLayer:
    'Let the application connect as a role that owns no tables and may only do what it needs; validate types and ranges at the edge; keep multi-statement execution off.',
  detection:
    'Watch for database syntax errors in production, for queries that return far more rows than usual, and for request values with quotes, comment marks or UNION.',
  tradeOffs:
    'Bound parameters cost nothing and usually help the plan cache. Only truly dynamic SQL (sort columns, table names) needs more code: an explicit allowlist.',
  references: [
    'https://cwe.mitre.org/data/definitions/89.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Query_Parameterization_Cheat_Sheet.html',
  ],
  fixes: ['bind-parameters'],
});
