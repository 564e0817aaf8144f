import { duty } from '../rule';

export default duty({
  id: 'security-headers-missing',
  title: 'Web app without the header baseline',
  cwe: [693, 497],
  owasp: ['A05:2021', 'A02:2025'],
  api: ['API8'],
  asvs: ['V3.4', 'V13.4.6'],
  severity: 'information',
  precision: 'medium',
  profile: 'recommended',
  layer: 'edge',
  of: ['http-app'],
  metBy: ['security-headers'],
  message: ({ callee }) =>
    `${callee} makes an application that sends no security headers; add the middleware that does.`,
  why: 'Browsers have defences that a site must ask for: no guessing of types, no framing by others, no scripts from elsewhere, no plain HTTP, no full addresses in referrers. Without the headers they stay off, and a banner that names the server helps whoever looks for known holes.',
  fix: 'Register the header middleware of the framework first, before routes and static files, and switch off the banner. Tune the content security policy in report-only mode, then enforce it.',
  secondLayer:
    'Set the same headers at the proxy for answers that never reach the application, and test for them in the pipeline.',
  detection:
    'Check the headers of a page and of an error answer in an integration test; collect reports of the content security policy.',
  tradeOffs:
    'A content security policy needs care with inline scripts. An interface used by programs only needs little more than nosniff and HSTS.',
  references: [
    'https://cwe.mitre.org/data/definitions/693.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Content_Security_Policy_Cheat_Sheet.html',
  ],
  fixes: ['add-middleware'],
});
