import { isRefresh } from '../lexicon';
import { check } from '../rule';

/** Functions that by their name remember, forget or replace a token. */
const KEEPS =
  /save|update|insert|create|store|persist|delete|remove|revoke|rotat|blacklist|denylist|blocklist|invalidat|destroy|used|mark|upsert|set_?ex|setex|^(?:set|add|del|put|push|commit|flush)$|find|query|execute|refresh_?token|new_?refresh|issue_?pair|token_?pair|tokens$/i;

export default check({
  id: 'jwt-refresh-not-rotated',
  title: 'Refresh token that can be used again and again',
  cwe: [613, 294],
  owasp: ['A07:2021', 'A07:2025'],
  api: ['API2'],
  asvs: ['V10.4.5', 'V10.4.8'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'authentication',
  check: ({ routes }) =>
    routes.flatMap((one) => {
      const { handler, path, method } = one.route;
      if (!handler || !isRefresh(path, handler.name)) return [];
      if (!one.deeds.has('token-check') || !one.deeds.has('token-issue') || one.deeds.has('data-write')) return [];
      if ([...one.calls].some((name) => KEEPS.test(name))) return [];
      return [
        {
          of: one,
          message: `${method} ${path} gives a new access token for a refresh token that stays good and is looked up nowhere; replace it with each use and refuse the old one.`,
        },
      ];
    }),
  why: 'A refresh token lives for weeks. When it is only checked for its signature, a stolen one gives new access tokens until it ends, and nobody can take it back or notices that two use it.',
  fix: 'Keep a hash of each refresh token, give out a new one with each use and mark the old one as used. A used one that comes again is stolen: end the whole family.',
  secondLayer:
    'Bind the token to the device, give it an end that renewals do not move, and sign it with another key than access tokens.',
  detection: 'Alert on refresh tokens that are used twice, and on one used from two countries.',
  tradeOffs: 'Two tabs that renew at the same time need a short grace in which the last used token is accepted again.',
  references: [
    'https://cwe.mitre.org/data/definitions/613.html',
    'https://cwe.mitre.org/data/definitions/294.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
  ],
  fixes: [],
});
