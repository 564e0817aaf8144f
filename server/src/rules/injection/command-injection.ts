import { flow } from '../rule';

export default flow({
  id: 'command-injection',
  title: 'OS command built from request data',
  cwe: [78, 88, 77],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.2.5'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'interpreter',
  // Nothing proves where the value of a library's parameter comes from.
  from: ['remote', 'library-input', 'stored'],
  to: ['shell', 'command-argument'],
  message: ({ source, sourceKind, variant }) => {
    if (variant === 'argument')
      return `${source} may be read as an option of the command (argument); put "--" before it.`;
    if (sourceKind === 'library-input') {
      return `${source} becomes part of a shell command (library-input); call the program with an argument list.`;
    }
    return `${source} becomes part of a shell command; call the program with an argument list.`;
  },
  severityOf: ({ sourceKind, variant }) =>
    variant === 'argument' || sourceKind === 'library-input' ? 'warning' : undefined,
  why: 'A shell reads its text as a program. A semicolon, a backtick or a line break inside the value starts another command with the rights of the server. Without a shell, a value that begins with a dash can still switch on dangerous options of the program that is called.',
  fix: 'Start the program directly with a list of arguments and no shell. Put "--" before values that could look like options, or check them against an allowlist. Prefer a library over a program where there is one.',
  secondLayer:
    'Run the service as an unprivileged user in a container with a read-only file system and no tools it does not need; deny process creation by policy where the service starts none.',
  detection:
    'Record every started process with its arguments; alert on shells as children of the web process and on outgoing connections from them.',
  tradeOffs:
    'Without a shell there are no pipes, globs and redirections: connect streams in code instead. Quoting functions keep the shell but depend on its dialect.',
  references: [
    'https://cwe.mitre.org/data/definitions/78.html',
    'https://cwe.mitre.org/data/definitions/88.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/OS_Command_Injection_Defense_Cheat_Sheet.html',
  ],
  fixes: ['argument-list'],
});
