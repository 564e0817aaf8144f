import { isCsrfCookieName } from '../lexicon';
import { cookieName, cookieSeverity, isCookieRemoval, isOneOf } from '../options';
import { setting } from '../rule';

export default setting({
  id: 'cookie-missing-httponly',
  title: 'Session cookie readable by scripts',
  cwe: [1004],
  owasp: ['A05:2021', 'A02:2025'],
  asvs: ['V3.3.4'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['cookie', 'session-cookie'],
  check: (facts) => {
    if (!isOneOf(facts.option('httpOnly'), [false, undefined, null]) || isCookieRemoval(facts)) return undefined;
    const { name, words } = cookieName(facts);
    // The page's own scripts copy these into a header: that is how they work.
    if (name !== undefined && isCsrfCookieName(name)) return undefined;
    return {
      message: `${words} can be read by scripts; add HttpOnly.`,
      option: 'httpOnly',
      severity: cookieSeverity(facts, 'httpOnly'),
    };
  },
  why: 'A script that was smuggled into any page of the site can read the cookie and send it away; the session then works from elsewhere, long after the hole is closed.',
  fix: 'Set HttpOnly on every cookie that no script of yours has to read; session and sign-in cookies never have to be read.',
  secondLayer:
    'Prevent the script in the first place: escaped output and a content security policy. Bind sessions to short lifetimes and end them on the server.',
  detection:
    'Check the Set-Cookie headers in an integration test; alert when one session is used from two networks at once.',
  tradeOffs:
    'Scripts that showed something from the cookie need an endpoint for it. Cookies that carry an anti-forgery token for scripts stay readable on purpose.',
  references: [
    'https://cwe.mitre.org/data/definitions/1004.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
