import { cookieName, cookieSeverity, isCookieRemoval, isOneOf } from '../options';
import { setting } from '../rule';

export default setting({
  id: 'cookie-missing-secure',
  title: 'Session cookie sent over HTTP',
  cwe: [614],
  owasp: ['A05:2021', 'A02:2025'],
  asvs: ['V3.3.1'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['cookie', 'session-cookie'],
  check: (facts) => {
    if (!isOneOf(facts.option('secure'), [false, undefined, null]) || isCookieRemoval(facts)) return undefined;
    const { words } = cookieName(facts);
    return {
      message: `${words} is also sent without encryption; add Secure.`,
      option: 'secure',
      severity: cookieSeverity(facts, 'secure'),
    };
  },
  why: 'One request over plain HTTP, by an old link or by an image someone else put on a page, sends the cookie readable through every network on the way. The site need not offer HTTP for that.',
  fix: 'Set Secure on every cookie, at least outside local development. Behind a proxy that ends TLS, tell the framework to trust that proxy, or it will refuse to set the cookie.',
  secondLayer:
    'Send Strict-Transport-Security, redirect HTTP at the edge, and name the cookie with the prefix __Host-, which browsers accept only with Secure.',
  detection:
    'Check the Set-Cookie headers in an integration test; log requests that arrive over HTTP with a session cookie.',
  tradeOffs:
    'Over plain HTTP on a host other than localhost the cookie no longer arrives: decide by environment if you develop that way.',
  references: [
    'https://cwe.mitre.org/data/definitions/614.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
