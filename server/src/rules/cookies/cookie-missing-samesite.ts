import { cookieName, cookieSeverity, isCookieRemoval, isOneOf, sameSiteOf } from '../options';
import { setting } from '../rule';

export default setting({
  id: 'cookie-missing-samesite',
  title: 'Session cookie without SameSite',
  cwe: [1275],
  owasp: ['A01:2021', 'A01:2025'],
  asvs: ['V3.3.2'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'edge',
  of: ['cookie', 'session-cookie'],
  check: (facts) => {
    const sameSite = facts.option('sameSite');
    const missing =
      isOneOf(sameSite, [false, undefined, null, '']) || /^(?:unspecified|default)$/i.test(sameSiteOf(sameSite) ?? '');
    if (!missing || isCookieRemoval(facts)) return undefined;
    const { words } = cookieName(facts);
    return {
      message: `${words} leaves to the browser which sites may send it along; set SameSite.`,
      option: 'sameSite',
      severity: cookieSeverity(facts),
    };
  },
  why: 'Without the attribute each browser decides by its own default whether requests that other sites cause carry the cookie. Where they do, a foreign page can act in the name of whoever is signed in.',
  fix: 'Set SameSite to Lax: links still arrive signed in, foreign forms and scripts do not. Strict suits cookies that are needed only inside the application.',
  secondLayer:
    'Use anti-forgery tokens or check the origin of requests that change something; SameSite does not protect against sub-domains.',
  detection: 'Check the Set-Cookie headers in an integration test; log state-changing requests with a foreign Origin.',
  tradeOffs:
    'Sign-in answers that another site posts back, and pages embedded elsewhere, need None together with Secure; keep such cookies apart from the session.',
  references: [
    'https://cwe.mitre.org/data/definitions/1275.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
