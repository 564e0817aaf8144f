import { isVariable, readConnection } from '../connection-strings';
import { isKnownDefault, isLoopback, isPlaceholder, mask } from '../lexicon';
import type { LiteralFacts, LiteralProblem, Severity } from '../rule';
import { literal } from '../rule';

/** What stands for a password in instructions: the word itself, beside other words of that kind. */
const SAMPLE_PASSWORD = /^(?:pass|password|passwd|pwd|secret|pw|mypassword|mypass)$/i;
const SAMPLE_AROUND = /^(?:user|username|usr|login|name|myuser|host|hostname|server|myhost|server_?name|db_?host)$/i;

interface Login {
  readonly user: string | undefined;
  readonly password: string;
  readonly host: string | undefined;
}

function isSample({ user, password, host }: Login): boolean {
  if (isVariable(password) || isPlaceholder(password)) return password !== '';
  if (/example\.(?:com|org|net)$/i.test(host ?? '')) return true;
  return SAMPLE_PASSWORD.test(password) && (SAMPLE_AROUND.test(user ?? '') || SAMPLE_AROUND.test(host ?? ''));
}

function ofLogin(login: Login, { use, inTest }: LiteralFacts): LiteralProblem | undefined {
  const { user, password, host } = login;
  if (isSample(login)) return undefined;
  const isNear = inTest || (host !== undefined && (host === '' || isLoopback(host)));
  const severity = (other: Severity | undefined): Severity | undefined => (isNear ? 'information' : other);
  if (password === '') {
    return {
      message: 'The database is opened with an empty password; give the account one and read it from the environment.',
      variant: 'empty',
      severity: severity(host === undefined ? 'warning' : undefined),
    };
  }
  if (isKnownDefault(password) || (user !== undefined && password.toLowerCase() === user.toLowerCase())) {
    return {
      message: `The database password ${mask(password)} is a known default, which attackers try first; read a random one from the environment.`,
      variant: 'default',
      severity: severity(use === 'fallback' ? 'warning' : undefined),
    };
  }
  return {
    message: `The database password ${mask(password)} stands in the source, where everyone with the code can read it; read it from the environment.`,
    severity: severity(undefined),
  };
}

/** Programs that take a password among their arguments, and where it stands. */
const COMMANDS = [
  /\b(?:mysql|mysqldump|mysqladmin|mysqlimport|mariadb|mariadb-dump)\b[^|;&\n]*?\s(?:-p|--password=)(['"]?)([^\s'"|;&]*)/,
  /\b(?:PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH|SQLCMDPASSWORD)=(['"]?)([^\s'"|;&]*)['"]?(?=\s|$)/,
  /\bmongo(?:dump|restore|sh|export|import)?\s[^|;&\n]*?(?:--password|-p)[ =](['"]?)([^\s'"|;&]*)/,
  /\bredis-cli\b[^|;&\n]*?\s(?:-a|--pass)\s+(['"]?)([^\s'"|;&]*)/,
  /\bsqlcmd\b[^|;&\n]*?\s-P\s*(['"]?)([^\s'"|;&]*)/,
];

function onCommandLine(value: string, { use, inTest }: LiteralFacts): LiteralProblem | undefined {
  for (const command of COMMANDS) {
    const match = command.exec(value);
    if (!match) continue;
    const [whole, , password] = match;
    // A piece of a longer text: what comes next is the password.
    const goesOn =
      password === '' && use === 'none' && match.index + whole.length === value.length && !/\s$/.test(whole);
    if (password === '' ? !goesOn : isVariable(password) || isPlaceholder(password)) continue;
    const what = password === '' ? 'The database password' : `The database password ${mask(password)}`;
    return {
      message: `${what} stands on a command line, where every process of the machine can read it; give it in a file that only the program can read.`,
      variant: 'command-line',
      severity: inTest ? 'information' : password === '' ? 'warning' : undefined,
    };
  }
  return undefined;
}

export default literal({
  id: 'db-connection-credentials',
  title: 'Database credentials in source, default or on a command line',
  cwe: [798, 1392, 521, 214],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V13.2.3', 'V13.3.1'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'data',
  family: { name: 'secret', rank: 4 },
  inTests: true,
  takers: ['database-client'],
  check: (facts) => {
    const { value, whole, name, taker, option } = facts;
    if (taker === 'database-client') {
      if (name !== 'password') return undefined;
      return ofLogin({ user: option?.('user'), password: value, host: option?.('host') }, facts);
    }
    if (taker !== undefined) return undefined;
    const connection = readConnection(whole ?? value);
    if (connection?.password === undefined) return onCommandLine(value, facts);
    const { user, password, host, form } = connection;
    // Told at the piece of the text that has it.
    if (!value.includes(password)) return undefined;
    // A piece of a longer text: the password follows.
    if (password === '' && (form === 'pairs' || host === '')) return undefined;
    const problem = ofLogin({ user, password, host: form === 'pairs' && host === '' ? undefined : host }, facts);
    return problem && { ...problem, words: whole === undefined ? { environment: 'DATABASE_URL' } : {} };
  },
  why: 'The password of a database opens all that the application knows, past every check of its own. In the source it is in every copy of the code and the same everywhere; defaults such as the name of the account are tried first by whoever reaches the port; and what stands on a command line is seen by every process and kept in histories.',
  fix: 'Change the password at the database first: removing it from the code is not enough. Then read the whole connection from the environment or a secret store at start-up, and refuse to start without it. Give programs on a command line a file with the login that only they can read.',
  secondLayer:
    'Sign in by the platform’s identity or with short-lived credentials where the database can; give each service an account of its own with few rights; let only the application’s network reach the port.',
  detection:
    'Alert on sign-ins to the database from unknown addresses and on failed ones with default names; scan for connection strings before each commit.',
  tradeOffs:
    'Starting the program needs a configured environment, also on a new laptop: an example file with names and no values keeps that painless. Logins for databases on one’s own machine are reported as information only.',
  references: [
    'https://cwe.mitre.org/data/definitions/798.html',
    'https://cwe.mitre.org/data/definitions/1392.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Database_Security_Cheat_Sheet.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],
  fixes: ['move-secret-to-environment'],
});
