import { flow } from '../rule';

export default flow({
  id: 'regex-dos',
  title: 'Regex from user input, or one that backtracks without bound',
  cwe: [1333, 400],
  owasp: ['A04:2021', 'A06:2025'],
  api: ['API4'],
  asvs: ['V1.3.12', 'V1.2.9'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'input',
  from: ['remote', 'library-input'],
  to: ['regex'],
  severityOf: ({ sourceKind }) => (sourceKind === 'library-input' ? 'information' : undefined),
  message: ({ source, sourceKind }) =>
    `${source} becomes part of a regular expression${sourceKind === 'library-input' ? ' (library-input)' : ''}; escape it or search for plain text.`,
  why: 'Most engines try every way a pattern can match. A caller who writes the pattern can make that number explode, so that one short request keeps a processor busy for minutes and, in a single-threaded server, everyone waiting. The pattern can also match more than was meant.',
  fix: 'Escape the value with the function for regular expressions, or use plain text search. Where users may write patterns, run them on a linear-time engine.',
  secondLayer:
    'Set a match timeout where the engine has one, limit the length of pattern and text, and run such searches off the main thread.',
  detection:
    'Measure event-loop delay and time spent in matching; alert on requests that take seconds of processor time.',
  tradeOffs: 'Linear-time engines lack back references and look-around. Escaping takes pattern search away from users.',
  references: [
    'https://cwe.mitre.org/data/definitions/1333.html',
    'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
    'https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html',
  ],
  fixes: ['escape-output'],
});
