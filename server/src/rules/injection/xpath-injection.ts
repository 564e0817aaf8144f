import { flow } from '../rule';

export default flow({
  id: 'xpath-injection',
  title: 'XPath built from request data',
  cwe: [643],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.2.7'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'interpreter',
  from: ['remote'],
  to: ['xpath'],
  message: ({ source }) => `${source} becomes part of the XPath text; pass it as an XPath variable.`,
  why: 'XPath has no comments and no rights: a quote in the value changes the condition, and the whole document lies open to whoever can write conditions. A sign-in against an XML file is passed with a condition that is always true.',
  fix: 'Write the expression as a constant with a variable in it and bind the variable, or select by a constant expression and compare the text in code.',
  secondLayer:
    'Keep secrets out of documents that are searched with request data; validate names and ids against a strict pattern at the edge.',
  detection:
    'Log XPath syntax errors and results larger than expected; alert on request values with quotes beside “or” and “=”.',
  tradeOffs:
    'Variables need a resolver in some libraries, a few more lines. There is no dependable quoting in XPath 1.0, because a literal cannot hold both kinds of quotes.',
  references: [
    'https://cwe.mitre.org/data/definitions/643.html',
    'https://owasp.org/www-community/attacks/XPATH_Injection',
    'https://cheatsheetseries.owasp.org/cheatsheets/Injection_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['parse-query-escape', 'bind-parameters'],
});
