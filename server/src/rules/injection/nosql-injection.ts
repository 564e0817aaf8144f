import { flow } from '../rule';

export default flow({
  id: 'nosql-injection',
  title: 'Query operators or scripts from request data',
  cwe: [943, 89],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.2.4'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'interpreter',
  from: ['remote'],
  to: ['nosql'],
  message: ({ source, variant }) =>
    variant === 'script'
      ? `${source} becomes part of a script that the database runs; use query operators with plain values.`
      : `${source} can be an object with query operators here; convert it to the type the query expects.`,
  why: 'Body and query parsers turn brackets and JSON into objects. A value that should be a string then arrives as an operator, such as “not equal to nothing”, and the filter matches every document: a login without a password, a list without limits. Text in server-side scripts is worse: it is code.',
  fix: 'Give every field of the filter the type it must have (a string, a number, an object id) or check the request against a schema first, and never hand a whole request object to a query. Replace script operators by ordinary ones.',
  secondLayer:
    'Switch on the filter sanitising of the driver or mapper, disable server-side scripting in the database, and give the application a role without administrative rights.',
  detection:
    'Log requests whose parameters have keys starting with “$” or containing “.”; alert on filters that match whole collections.',
  tradeOffs:
    'Converting to a string changes what happens to arrays and objects: they no longer match anything. Where rich filters are a feature, accept a small language of your own and translate it.',
  references: [
    'https://cwe.mitre.org/data/definitions/943.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/NoSQL_Security_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Injection_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['string-conversion'],
});
