import { flow } from '../rule';

export default flow({
  id: 'header-injection',
  title: 'Request data in a raw header line',
  cwe: [113, 93],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.3.11', 'V5.4.2'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'interpreter',
  from: ['remote'],
  to: ['header'],
  message: ({ source, variant }) => {
    if (variant === 'file-name') {
      return `${source} stands unquoted in Content-Disposition (file-name); let the framework build the header.`;
    }
    if (variant === 'mail')
      return `${source} becomes part of the mail headers (mail); use the fields of the mail library.`;
    return `${source} becomes part of a header line; remove line breaks or use the framework's own function.`;
  },
  why: 'A line break ends a header. Where nothing removes it, the value can add headers and a second response or, in mail, further recipients. In Content-Disposition a quote or semicolon is enough to change the name and type under which a browser saves a file.',
  fix: 'Let the framework write the header: its function for attachments quotes and encodes file names, its mail fields refuse line breaks. Where a raw header is needed, remove CR and LF and refuse what is left over.',
  secondLayer:
    'Keep runtime and proxy up to date: current ones refuse line breaks in headers. Send nosniff, and let uploads be stored under names you make.',
  detection:
    'Log requests whose values hold encoded line breaks; alert on responses with doubled headers at the proxy.',
  tradeOffs:
    'Encoded file names look different in very old browsers. Removing line breaks silently can hide an attack; logging it does not.',
  references: [
    'https://cwe.mitre.org/data/definitions/113.html',
    'https://owasp.org/www-community/attacks/HTTP_Response_Splitting',
    'https://cheatsheetseries.owasp.org/cheatsheets/Injection_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['replace-call', 'neutralise-log'],
});
