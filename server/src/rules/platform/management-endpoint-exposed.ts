import { isForDevelopment, isOneOf, onlyString } from '../options';
import { type ConfigFacts, type ConfigProblem, type Severity, setting } from '../rule';

/** Somebody is asked for, or it is meant for one's own machine. */
const GUARDED =
  /auth|basic_?|protect|guard|logged_?in|require_?(?:role|admin|login|user)|is_?admin|admin_?only|permission|internal|private|localhost|127\.0\.0\.1|production|node_env|is_?dev|\bif\b.*debug/i;

/** What is asked of every request before. */
const GUARDED_BEFORE = /\.use\([^)\n]*(?:auth|basic|passport|jwt|protect)|is_accessible|login_required/i;

interface Shown {
  readonly words: string;
  readonly severity?: Severity;
}

const SHOWN: Readonly<Record<string, Shown>> = {
  monitor: { words: 'A page about the state of the service' },
  queues: { words: 'A page about the queues, which can change them,' },
  admin: { words: 'A page that shows and changes data' },
  debugger: { words: 'A debugger that shows requests, settings and queries' },
  profiler: { words: 'A profiler that shows memory, commands and the running code' },
  metrics: { words: 'Numbers about the service', severity: 'information' },
  docs: { words: 'The description of the whole interface', severity: 'information' },
};

function check(facts: ConfigFacts): ConfigProblem | undefined {
  const what = onlyString(facts.option('what')) ?? '';
  const shown = SHOWN[what];
  if (!shown || isForDevelopment(facts.file) || !isShown(facts)) return undefined;
  return {
    message: `${shown.words} is there for everybody; ask for a login, or serve it on an address of its own.`,
    option: facts.offers('shown') ? undefined : 'path',
    severity: shown.severity,
    variant: what,
  };
}

function isShown(facts: ConfigFacts): boolean {
  if (facts.offers('shown')) return isOneOf(facts.option('shown'), [true]);
  const { lines, text } = facts.around;
  // Registered by being imported, it is where all that is registered nowhere in particular is.
  if (facts.offers('imported'))
    return (
      /ListenAndServe(?:TLS)?\([^)\n]*\bnil\)|DefaultServeMux/.test(text) && !/(?:localhost|127\.0\.0\.1):/.test(text)
    );
  if (facts.has('path') && isOneOf(facts.option('path'), [null, ''])) return false;
  if (facts.has('path') && facts.option('path').values === undefined) return false;
  return !GUARDED.test(lines) && !GUARDED_BEFORE.test(text);
}

export default setting({
  id: 'management-endpoint-exposed',
  title: 'Monitoring, debugging or documentation open to everybody',
  cwe: [749, 306, 200],
  owasp: ['A05:2021', 'A02:2025'],
  api: ['API8', 'API9'],
  asvs: ['V13.4.5'],
  severity: 'warning',
  precision: 'medium',
  profile: 'recommended',
  layer: 'platform',
  of: ['operations-endpoint'],
  check,
  why: 'Pages that are made for those who run a service show what an attacker looks for: paths, versions, settings, memory, queries, names of users. Some can also change things or stop the service.',
  fix: 'Serve them on an address or a port that only the own network reaches, or ask for a login with the right role before. Leave debuggers and documentation out of production where nobody needs them.',
  secondLayer: 'Let the proxy refuse the paths from outside, and keep secrets out of what these pages show.',
  detection: 'Ask for the usual paths from outside after each release; log who asks for them.',
  tradeOffs: 'Those who run the service need a way in: a tunnel, a second port, or an account.',
  references: [
    'https://cwe.mitre.org/data/definitions/749.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
