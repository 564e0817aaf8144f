import { cookieName, cookieSeverity, isCookieRemoval, isOneOf, sameSiteOf } from '../options';
import { setting } from '../rule';

export default setting({
  id: 'cookie-samesite-none',
  title: 'Session cookie with SameSite=None',
  cwe: [1275, 352],
  owasp: ['A01:2021', 'A01:2025'],
  asvs: ['V3.3.2'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['cookie', 'session-cookie'],
  check: (facts) => {
    if (!/^none$/i.test(sameSiteOf(facts.option('sameSite')) ?? '') || isCookieRemoval(facts)) return undefined;
    const { words } = cookieName(facts);
    if (isOneOf(facts.option('secure'), [false, undefined, null])) {
      return {
        message: `${words} has SameSite=None without Secure, so browsers drop it; add Secure or use Lax.`,
        option: 'sameSite',
        severity: 'error',
      };
    }
    // Cookies that say nothing of who someone is may go everywhere.
    if (cookieSeverity(facts) !== undefined) return undefined;
    return {
      message: `${words} is sent with requests that other sites cause; use SameSite Lax or Strict.`,
      option: 'sameSite',
    };
  },
  why: 'None asks browsers to send the cookie with every request that any site causes. For a session cookie that means a foreign page can act in the name of whoever is signed in, and tell whether they are.',
  fix: 'Use Lax, or Strict inside an application that nobody links into. Where the cookie must travel across sites, add Secure and give it nothing but the one purpose.',
  secondLayer:
    'Use anti-forgery tokens and check the origin of requests that change something; consider partitioned cookies for embedded content.',
  detection: 'Log requests with a session cookie and a foreign Origin or Sec-Fetch-Site.',
  tradeOffs:
    'Embedding in other sites and sign-in answers posted back need None: use a separate short-lived cookie for them.',
  references: [
    'https://cwe.mitre.org/data/definitions/1275.html',
    'https://cwe.mitre.org/data/definitions/352.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
