import { secretKindOf } from '../lexicon';
import { flow } from '../rule';

export default flow({
  id: 'sensitive-data-in-response',
  title: 'Secret field in an answer',
  cwe: [201, 213, 359],
  owasp: ['A01:2021', 'A01:2025'],
  api: ['API3'],
  asvs: ['V15.3.1', 'V14.2.6'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'output',
  perCall: true,
  from: ['secret'],
  to: ['answer'],
  // Tokens and keys are what some answers are for. Passwords and numbers of cards never are.
  applies: ({ name = '' }) => ['password', 'regulated'].includes(secretKindOf(name) ?? ''),
  variantOf: ({ name = '' }) => (secretKindOf(name) === 'regulated' ? 'personal' : undefined),
  // People may see what is their own, and nothing here tells whose it is.
  severityOf: ({ variant }) => (variant === 'personal' ? 'information' : undefined),
  message: ({ source, variant }) =>
    variant === 'personal'
      ? `${source} is part of the answer (personal); send it only where it is shown, to whom it belongs.`
      : `${source} is part of the answer; leave it out.`,
  why: 'What an answer holds is known to the client, to caches and logs on the way, and to every script of the page, whether or not a page shows it. A password or its hash in there can be used elsewhere, and cracked off line.',
  fix: 'Answer with an object that names the fields a client needs, rather than with the record. Let queries leave secret columns out by default.',
  secondLayer:
    'Declare the shape of answers in a schema that the framework checks, so that new columns are not sent by accident.',
  detection: 'Search recorded answers in tests and at the gateway for names of secret fields.',
  tradeOffs: 'Every field that a client starts to need has to be added to the answer by hand.',
  references: [
    'https://cwe.mitre.org/data/definitions/201.html',
    'https://cwe.mitre.org/data/definitions/213.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html',
  ],
  fixes: [],
});
