import { isOneOf } from '../options';
import { withSettings } from '../parts';
import { flow } from '../rule';

export default withSettings(
  flow({
    id: 'jwt-signature-not-verified',
    title: 'Claims used from a token that was not verified',
    cwe: [347, 345],
    owasp: ['A02:2021', 'A04:2025'],
    api: ['API2'],
    asvs: ['V9.1.1'],
    severity: 'error',
    precision: 'high',
    profile: 'recommended',
    layer: 'authentication',
    from: ['unverified-token'],
    to: ['identity', 'session', 'sql', 'sql-name', 'nosql', 'path'],
    message: ({ source }) =>
      `${source} reads claims that anybody can write, and they decide here who is asking; verify the signature.`,
    why: 'A token is text with a signature behind it. Whoever reads the text without checking the signature believes what the sender wrote: any user id, any role, any expiry. Making such a token takes no key and one line of code.',
    fix: 'Verify with the function that takes a key, with the algorithms you expect, and use only what it returns. Decoding without a key is for choosing the key or for logs.',
    secondLayer:
      'Verify once, in middleware before the routes, and hand on only verified claims; check issuer, audience and expiry there too.',
    detection: 'Log failed verifications by reason; alert on tokens whose algorithm or key id is unknown.',
    tradeOffs:
      'Verification needs the key at hand and costs little; fetched key sets must be cached and refreshed when keys rotate.',
    references: [
      'https://cwe.mitre.org/data/definitions/347.html',
      'https://cwe.mitre.org/data/definitions/345.html',
      'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
    ],
    fixes: ['set-option', 'replace-call'],
  }),
  {
    of: ['token-check'],
    check: (facts) => {
      if (isOneOf(facts.option('failure'), [false]) && isOneOf(facts.option('verdict'), [false])) {
        return {
          message: `${facts.callee} says whether the token is valid, and nobody looks; refuse the request when it is not.`,
          severity: 'error',
          variant: 'ignored',
        };
      }
      const verified = facts.option('verified');
      if (!isOneOf(verified, [false])) return undefined;
      return verified.isSet
        ? {
            message: 'The signature of the token is not checked, so anybody can write its claims; verify it.',
            option: 'verified',
            severity: 'warning',
          }
        : {
            message: `${facts.callee} reads the claims of a token without checking its signature; verify it before they are used.`,
            severity: 'information',
            variant: 'decode',
          };
    },
  },
);
