import { flow } from '../rule';

export default flow({
  id: 'sql-identifier-dynamic',
  title: 'Column, table or sort direction from request data',
  cwe: [89],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.2.4', 'V2.2.1'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'interpreter',
  family: { name: 'sql', rank: 2 },
  from: ['remote'],
  to: ['sql-name'],
  message: ({ source, variant }) =>
    variant === 'direction'
      ? `${source} becomes the direction of the order; choose between ASC and DESC by it.`
      : variant === 'quoted'
        ? `${source} chooses the column, quoted by the library; take the columns from a constant list.`
        : `${source} becomes a name in the SQL text, where nothing can be bound; choose from a constant map by it.`,
  severityOf: ({ variant }) => (variant === 'quoted' ? 'information' : undefined),
  why: 'Names of tables and columns, and the words of an order, are part of the query itself: no placeholder can stand there. Whoever chooses one can go on with an expression of their own, ask the database questions by the order of the rows, or read columns that were never meant to be seen.',
  fix: 'Look the name up in a constant map whose keys are what a request may say, and fall back to a default. For a direction compare with one word and write the other yourself.',
  secondLayer:
    'Quote identifiers with the driver on top of the choice; let the role of the application see only the tables and columns that it needs.',
  detection:
    'Watch for database syntax errors in production and for sort parameters with brackets, spaces, commas or quotes.',
  tradeOffs:
    'A map has to be extended for each new column. A helper that lets only simple names pass keeps expressions out but still shows every column of the tables in the query.',
  references: [
    'https://cwe.mitre.org/data/definitions/89.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html',
  ],
  fixes: ['query-name'],
});
