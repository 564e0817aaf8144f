import { flow } from '../rule';

export default flow({
  id: 'xss-raw-html-api',
  title: 'Request data declared to be safe HTML',
  cwe: [79],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.2.1', 'V1.3.1'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'output',
  family: { name: 'xss', rank: 3 },
  from: ['remote', 'stored'],
  to: ['html'],
  applies: ({ variant }) => variant === 'trusted',
  message: ({ source, sink }) =>
    `${source} is declared to be safe HTML by ${sink || 'this call'}, so no template escapes it any more; escape it or sanitise it first.`,
  why: 'The mark switches escaping off for this value wherever it goes. With text from a request inside, the sender decides what runs in the pages of whoever sees it.',
  fix: 'Let the template escape the value, or build the HTML with the function that takes a constant format and escapes what it puts in. HTML that people write needs a sanitiser with a list of allowed elements.',
  secondLayer:
    'Send a content security policy without inline scripts; keep cookies of the session out of reach of scripts.',
  detection: 'Search for the mark in code reviews: each use needs a reason beside it.',
  tradeOffs:
    'Sanitising takes time and removes what it does not know; do it once, when the text is saved, and keep the original.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['escape-output'],
});
