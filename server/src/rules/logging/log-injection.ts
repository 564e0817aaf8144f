import { flow } from '../rule';

export default flow({
  id: 'log-injection',
  title: 'Request data in a log message unneutralised',
  cwe: [117],
  owasp: ['A09:2021', 'A09:2025'],
  asvs: ['V16.4.1'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'logging',
  perCall: true,
  from: ['remote'],
  to: ['log'],
  // What is written for whoever debugs is mostly not written at all.
  severityOf: ({ variant }) => (variant === 'debugging' ? 'information' : undefined),
  message: ({ source }) => `${source} becomes part of the log text; log it as a field or remove line breaks.`,
  why: 'A line break in the value starts a new log line that looks like any other: a forged sign-in, a false alarm, a cover for a real attack. Escape sequences can hide lines in a terminal, and log viewers that render HTML run what they find.',
  fix: 'Keep the message constant and hand the value over as a field of a structured logger, which encodes it. In text logs remove or encode CR, LF and other control characters first.',
  secondLayer: 'Ship logs as JSON, treat them as untrusted in viewers, and limit the length of what is logged.',
  detection: 'Count log lines without the expected prefix; alert on request values with encoded line breaks.',
  tradeOffs: 'Structured logs are less pleasant to read raw. Removing characters changes evidence; encoding keeps it.',
  references: [
    'https://cwe.mitre.org/data/definitions/117.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
    'https://owasp.org/www-community/attacks/Log_Injection',
  ],
  fixes: ['neutralise-log'],
});
