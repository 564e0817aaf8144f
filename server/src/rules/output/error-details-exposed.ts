import { flow } from '../rule';

/** Where in the program it happened, not only what. */
const STACK = /\bstack|trace/i;

export default flow({
  id: 'error-details-exposed',
  title: 'Details of a failure sent to the client',
  cwe: [209, 550],
  owasp: ['A04:2021', 'A10:2025'],
  api: ['API8'],
  asvs: ['V16.5.1'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'output',
  from: ['error'],
  to: ['answer'],
  // Whoever is told that the request was at fault may be told why; where the program failed, nobody is.
  applies: ({ source, variant }) => variant !== 'any' || STACK.test(source),
  message: ({ source }) =>
    `${source} tells the client what failed inside; log it, and answer with a constant text and an id.`,
  severityOf: ({ source }) => (STACK.test(source) ? 'error' : undefined),
  why: 'Messages of drivers and libraries name tables, files, hosts and versions, and stacks show the way through the program. For an attacker each one is a reading of whether the last attempt came closer.',
  fix: 'Write the error to the log with an id, and answer with a constant text and that id. Handle it in one place, so that no branch is forgotten.',
  secondLayer: 'Let the proxy replace the bodies of answers that say the server was at fault.',
  detection:
    'Search answers in integration tests for file names and names of drivers; alert on a rise of such answers.',
  tradeOffs: 'Support has to look an id up instead of reading the message from a picture of the screen.',
  references: [
    'https://cwe.mitre.org/data/definitions/209.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html',
  ],
  fixes: ['log-instead'],
});
