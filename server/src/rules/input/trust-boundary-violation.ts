import { flow } from '../rule';

export default flow({
  id: 'trust-boundary-violation',
  title: 'Request data put into the session unchecked',
  cwe: [501],
  owasp: ['A04:2021', 'A06:2025'],
  asvs: ['V2.2.1'],
  // Keeping what a user chose is often meant: worth a look, no alarm. A session key chosen by the caller is an alarm.
  severity: 'information',
  precision: 'medium',
  profile: 'recommended',
  layer: 'input',
  from: ['remote'],
  to: ['session'],
  message: ({ source, variant }) =>
    variant === 'key'
      ? `${source} decides which session entry is written (key); use a constant name.`
      : `${source} is put into the session unchecked; validate it first, because later code trusts the session.`,
  severityOf: ({ variant }) => (variant === 'key' ? 'warning' : undefined),
  why: 'Code that reads the session takes its content for decided: a role, a user id, a price. A request value stored there unchecked is believed by every later request, far from the place where it could have been refused. A caller who chooses the name of the entry can overwrite any of them.',
  fix: 'Validate the value before it goes in: compare with an allowlist, convert to the expected type, or look up the record and store what the database says. Use constant names for entries.',
  secondLayer:
    'Keep request choices and decided facts in separate parts of the session; read roles and prices from their source when they matter.',
  detection: 'Log changes of security-relevant session entries with the request that made them.',
  tradeOffs:
    'Harmless preferences (language, theme, a form half filled in) may be stored as they are when only display code reads them; say so beside the line.',
  references: [
    'https://cwe.mitre.org/data/definitions/501.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html',
  ],
  fixes: [],
});
