import { isOneOf, onlyString } from '../options';
import type { ConfigFacts, ConfigProblem } from '../rule';
import { setting } from '../rule';

const DAY = 24 * 60 * 60;
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: DAY, w: 7 * DAY, y: 365 * DAY };

/** `15m`, `7 days`, `3600`: in seconds. */
function seconds(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim());
  if (!match) return undefined;
  const [, count, unit] = match;
  if (/^(?:ms|milli|months?$|mo$)/i.test(unit)) return undefined;
  return unit === '' ? undefined : Number(count) * (UNITS[unit[0].toLowerCase()] ?? Number.NaN);
}

function checkIssue(facts: ConfigFacts): ConfigProblem | undefined {
  if (!facts.offers('lifetime')) return undefined;
  const lifetime = facts.option('lifetime');
  if (!lifetime.isSet && isOneOf(lifetime, [null])) {
    return {
      message: 'The token never expires, so a stolen one is good for ever; give it a short life.',
      option: 'lifetime',
    };
  }
  const text = onlyString(lifetime);
  const life = text === undefined ? undefined : seconds(text);
  const isLong = life !== undefined && life > DAY && !/refresh|remember|api|device|invite|share/i.test(facts.boundName);
  if (!isLong) return undefined;
  return {
    message: `The token is good for ${text}; give access tokens minutes and renew them.`,
    option: 'lifetime',
    severity: 'information',
    variant: 'long',
  };
}

function checkVerification(facts: ConfigFacts): ConfigProblem | undefined {
  const isIgnored = isOneOf(facts.option('ignoreExpiration'), [true]);
  if (!isIgnored && !isOneOf(facts.option('checkExpiration'), [false])) return undefined;
  return {
    message: 'The expiry of the token is ignored, so a stolen one is good for ever; let it be checked.',
    option: isIgnored ? 'ignoreExpiration' : 'checkExpiration',
    variant: 'ignored',
  };
}

export default setting({
  id: 'jwt-expiration-missing',
  title: 'Token without expiry, or whose expiry is ignored',
  cwe: [613],
  owasp: ['A07:2021', 'A07:2025'],
  api: ['API2'],
  asvs: ['V9.2.1'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'authentication',
  of: ['token-issue', 'token-check'],
  check: (facts) => (facts.kind === 'token-issue' ? checkIssue(facts) : checkVerification(facts)),
  why: 'A signed token is valid until it expires, whatever happens to the account meanwhile. One that leaks through a log, a browser or a backup and never expires is a password that cannot be changed.',
  fix: 'Give access tokens a life of minutes and renew them with a refresh token that the server can revoke. Leave the check of the expiry on, with a small tolerance for clocks.',
  secondLayer:
    'Keep a list of revoked token ids until they expire, and rotate refresh tokens so that a stolen one is noticed.',
  detection: 'Alert on tokens older than the longest life you issue, and on one token used from many addresses.',
  tradeOffs:
    'Short lives mean more renewals; with a refresh token the user notices nothing. Tokens for machines may live longer when they can be revoked.',
  references: [
    'https://cwe.mitre.org/data/definitions/613.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
