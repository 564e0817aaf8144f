import { secretKindOf, wordsOf } from '../lexicon';
import { flow } from '../rule';

/** `token` alone is also what parsers call the words that they read. */
function isSure(name: string): boolean {
  return secretKindOf(name) !== 'token' || wordsOf(name).length > 1 || /^(?:authorization|jwt)$/i.test(name);
}

export default flow({
  id: 'log-sensitive-data',
  title: 'Secrets or personal data in logs',
  cwe: [532, 359],
  owasp: ['A09:2021', 'A09:2025'],
  asvs: ['V16.2.5'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'logging',
  perCall: true,
  from: ['secret'],
  to: ['log', 'log-field'],
  // Signatures and digests are made to be shown.
  applies: ({ name = '' }) => secretKindOf(name) !== 'signature' && !/^[cx]srf/i.test(name),
  variantOf: ({ name = '', variant }) => (secretKindOf(name) === 'regulated' ? 'regulated' : variant),
  severityOf: ({ name = '', variant }) => {
    if (variant === 'regulated') return 'error';
    return variant === 'debugging' || !isSure(name) ? 'information' : undefined;
  },
  message: ({ source, variant }) =>
    variant === 'regulated'
      ? `${source} is written to the log; data of this kind must not be stored there (PCI DSS, HIPAA, GDPR).`
      : variant === 'debugging'
        ? `${source} is written to the log when debugging is on; leave it out or mask it.`
        : `${source} is written to the log; leave it out or mask it.`,
  why: 'Logs are copied to collectors, back-ups, tickets and screens, are kept for long and are read by many. A password or a token in one of them is known to all of these, and whoever gets at the logs can sign in as the user.',
  fix: 'Leave the value out of the message. Where something has to tell cases apart, log an identifier of the account, the last characters of a number, or a keyed hash.',
  secondLayer:
    'Let the logger redact fields by name before it writes, so that a new call cannot leak what the old ones did not.',
  detection:
    'Search existing logs for the field names and for patterns of tokens and card numbers; rotate what is found.',
  tradeOffs: 'Less to go by when a single sign-in is investigated. Masked values keep most of what is needed for that.',
  references: [
    'https://cwe.mitre.org/data/definitions/532.html',
    'https://cwe.mitre.org/data/definitions/359.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
  ],
  fixes: ['redact-secret'],
});
