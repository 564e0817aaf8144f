import { isPlaceholder, mask, secretNameStrength, wordsOf } from '../lexicon';
import { literal } from '../rule';

/** Secrets of one's own: whoever knows the default has what everybody has who did not set it. */
const OWN =
  /\b(?:secret|jwt|session|sign|signing|signature|encrypt|encryption|encryptionkey|cookie|master|password|passwd|pwd|pass|salt|pepper|hmac)\b/;

/** Defaults that say that there is none: what is done with them fails. */
const NOTHING =
  /^(?:none|null|nil|undefined|unset|not[ _-]?set|missing|n\/a|false|true|omit|include|same-origin|\d{1,3})$/i;

/** `${jwt.secret:changeme}`: a property and what it is when nobody sets it. */
const PROPERTY = /^\$\{([\w.-]+):([^{}]+)\}$/;

export default literal({
  id: 'secret-default-fallback',
  title: 'Secret that falls back to a value in the source',
  cwe: [1188, 798, 1391],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V13.2.3', 'V16.5.3'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'platform',
  family: { name: 'secret', rank: 9 },
  inTests: true,
  check: ({ value, name, beside, use, inTest }) => {
    const property = PROPERTY.exec(value);
    if (!property && use !== 'fallback') return undefined;
    const read = property ? property[1] : (beside ?? '') !== '' ? (beside as string) : name;
    const fallback = property ? property[2] : value;
    if (secretNameStrength(read) < 2 || NOTHING.test(fallback.trim())) return undefined;
    // A placeholder opens nothing at somebody else's service.
    if (isPlaceholder(fallback) && !OWN.test(wordsOf(read).join(' '))) return undefined;
    if (/^(?:\$\{|<|\{\{|%)/.test(fallback)) return undefined;
    return {
      message: `${read} falls back to ${mask(fallback)} from the source where nobody sets it; refuse to start instead.`,
      severity: inTest ? 'information' : undefined,
    };
  },
  why: 'A default makes the program start, so nobody notices that the variable is missing in production. From then on tokens are signed or data is encrypted with a value that stands in the repository, in every copy of it and often in public.',
  fix: 'Read the variable without a default and stop with a message that names it when it is absent. Keep values for development in a local file that is not committed.',
  secondLayer:
    'Check at start-up that secrets are long enough and none of the known defaults; let the deployment test that every secret is set.',
  detection:
    'Search running environments for variables that are not set; a token that verifies with the default proves the fault.',
  tradeOffs:
    'A new developer cannot start the program without preparing a file; a script that writes random values for development takes that pain away.',
  references: [
    'https://cwe.mitre.org/data/definitions/1188.html',
    'https://cwe.mitre.org/data/definitions/798.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],
  fixes: ['move-secret-to-environment'],
});
