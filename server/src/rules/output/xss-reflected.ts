import { flow } from '../rule';

export default flow({
  id: 'xss-reflected',
  title: 'Request data written into an HTML response',
  cwe: [79],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.2.1'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'output',
  family: { name: 'xss', rank: 1 },
  from: ['remote', 'stored'],
  to: ['html'],
  // What is declared to be safe is another weakness than what is written.
  applies: ({ variant }) => variant !== 'trusted',
  message: ({ source }) =>
    `${source} is written into HTML unescaped; escape it for HTML or render a template that does.`,
  why: 'The browser runs scripts that arrive in a page with the rights of the site. A link or form that carries markup in a parameter then acts as the visitor who opens it: reads their data, changes their settings, takes their session.',
  fix: 'Escape the value for the place where it stands, best by a template engine that escapes by default. Answer with JSON when the client is a program. Clean rich HTML with a sanitiser made for it.',
  secondLayer:
    'Send a content security policy without inline scripts, nosniff and the right content type, and keep session cookies out of reach of scripts.',
  detection:
    'Collect reports of the content security policy; log request values with angle brackets that come back in responses.',
  tradeOffs:
    'Escaping twice shows entities to the reader, so escape at output only. HTML escaping is not enough inside scripts, styles, URLs and unquoted attributes.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Content_Security_Policy_Cheat_Sheet.html',
  ],
  fixes: ['escape-output'],
});
