import { mask } from '../lexicon';
import { findProviderToken } from '../provider-tokens';
import { literal } from '../rule';

export default literal({
  id: 'secret-provider-token',
  title: 'Token of a provider or private key in source',
  cwe: [798, 321],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V13.3.1'],
  severity: 'error',
  precision: 'very-high',
  profile: 'recommended',
  layer: 'platform',
  family: { name: 'secret', rank: 1 },
  inTests: true,
  check: ({ value, inTest }) => {
    const found = findProviderToken(value);
    if (!found) return undefined;
    return {
      message: `${mask(found.token)} has the form of ${found.what}; revoke it, removing it from the source is not enough.`,
      severity: inTest ? 'information' : found.isMinor ? 'warning' : undefined,
    };
  },
  why: 'Tokens with a known form are searched for by machines, in public repositories within minutes. Whoever finds one knows which service it opens and needs nothing else: no user name, no second factor. Deleting the line leaves it in the history and in every copy.',
  fix: 'Revoke the token at its provider now and issue a new one with only the rights that are needed. Read the new one at start-up from the environment or a secret store, and refuse to start without it.',
  secondLayer:
    'Switch on the provider’s own scanning and push protection, give tokens short lives and allowed addresses, and prefer identities of the platform to stored tokens.',
  detection:
    'Look through the provider’s log for uses of this token from addresses that are not yours, beginning with the day it was committed.',
  tradeOffs:
    'Revoking breaks whatever else uses the token, so find the users first or issue both for an hour. Keys that are public by design, such as those of maps in a browser, need restrictions by origin instead.',
  references: [
    'https://cwe.mitre.org/data/definitions/798.html',
    'https://cwe.mitre.org/data/definitions/321.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],
  fixes: ['move-secret-to-environment'],
});
