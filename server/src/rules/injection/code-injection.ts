import { flow } from '../rule';

const WORDS: Readonly<Record<string, string>> = {
  'library-input': 'is given by whoever calls this library and run as code; parse it as data',
  module: 'decides which module is loaded; look it up in a constant map',
  'class-name': 'decides which class is loaded; look it up in a constant map',
  method: 'decides which function is called; look it up in a constant map',
  expression: 'is evaluated as an expression; use a constant expression with the value as a variable',
  jndi: 'decides which object the directory lookup loads; look up constant names only',
};

export default flow({
  id: 'code-injection',
  title: 'Code, expression or class name from request data',
  cwe: [94, 95, 917, 470],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.3.2', 'V1.3.8'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'interpreter',
  from: ['remote', 'library-input', 'stored'],
  to: ['code'],
  severityOf: ({ sourceKind }) => (sourceKind === 'library-input' ? 'warning' : undefined),
  message: ({ source, variant }) => {
    const words = variant === undefined ? undefined : WORDS[variant];
    return words
      ? `${source} ${words} (${variant}).`
      : `${source} is run as code; parse it as data or choose among constant functions.`;
  },
  why: 'Text that is evaluated runs with everything the server may do: its memory, its credentials, its network. The same holds for expression languages and for names of modules, classes or directory entries, whose loading alone can run code.',
  fix: 'Parse data with a parser for data. To choose a behaviour by name, look the name up in a constant map and refuse what is not in it. Give expression engines a read-only context without type access.',
  secondLayer:
    'Forbid dynamic evaluation by lint and runtime flags; run what must evaluate foreign code in a separate process or sandbox service with no credentials and no network.',
  detection:
    'Log what is evaluated in the places that remain; alert on syntax errors there and on new child processes or outgoing connections.',
  tradeOffs:
    'A map of functions must be kept up with the features it names; that is the point. In-process sandboxes have been broken again and again, so do not count on them.',
  references: [
    'https://cwe.mitre.org/data/definitions/94.html',
    'https://cwe.mitre.org/data/definitions/95.html',
    'https://owasp.org/www-community/attacks/Code_Injection',
    'https://cheatsheetseries.owasp.org/cheatsheets/Injection_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['safe-loader', 'json-parse'],
});
