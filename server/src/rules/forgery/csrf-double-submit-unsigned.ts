import { type ActFacts, type ActProblem, act } from '../rule';

const COMPARES =
  /^(?:timingSafeEqual|compare_digest|constant_time_compare|safeCompare|safeEqual|tsscmp|isEqual|equals)$/;
const TOKEN = /[cx]srf|anti_?forgery/i;
const FROM_COOKIE = /\bcookies?\b/i;
const FROM_REQUEST = /\bheaders?\b|\.get\(|\bbody\b|\bform\b|\bPOST\b|\bquery\b/i;
/** The token is tied to something that only this session has. */
const BOUND = /hmac|\bsign|verify|hash|digest\(|sha256/i;

function check({ operator, name, operands, around }: ActFacts): ActProblem | undefined {
  if (operator === 'handler' || operator === 'in' || operator === 'not in' || (operator === '' && !COMPARES.test(name)))
    return undefined;
  const texts = operands.map(({ text }) => text).filter((text) => text !== '');
  const cookie = texts.find((text) => FROM_COOKIE.test(text));
  const sent = texts.find((text) => text !== cookie && FROM_REQUEST.test(text) && !FROM_COOKIE.test(text));
  if (cookie === undefined || sent === undefined || !(TOKEN.test(cookie) || TOKEN.test(sent))) return undefined;
  if (around.calls.some((call) => BOUND.test(call) && !COMPARES.test(call.replace(/^.*\./, '')))) return undefined;
  return {
    message:
      'Who can set a cookie for this site knows the token that is asked for; make it from the session and a key (HMAC), and check that.',
  };
}

export default act({
  id: 'csrf-double-submit-unsigned',
  title: 'Token of a double submit that belongs to nobody',
  cwe: [352, 345],
  owasp: ['A01:2021', 'A01:2025'],
  asvs: ['V3.5.1', 'V3.3.3'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  check,
  why: 'The comparison only shows that cookie and header hold the same text. A neighbouring host, or somebody in the network of a site without HSTS, can set a cookie for the site, and then sends the same text in the form.',
  fix: 'Make the token an HMAC over the id of the session and a random value, with a key of the server, and compute it anew when it is checked. Compare in constant time.',
  secondLayer:
    'Name the cookie with the prefix __Host-, set SameSite on the session cookie, and check Origin on requests that change something.',
  detection: 'Count requests whose token is not one that was made for the session.',
  tradeOffs: 'The token changes with the session: pages that were open before a log-in have to fetch a new one.',
  references: [
    'https://cwe.mitre.org/data/definitions/352.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
  ],
  fixes: [],
});
