import { type Policy, type PolicyProblem, parsePolicies, weaknesses } from '../../base/content-policy';
import { isOneOf, onlyString, stringsWithin } from '../options';
import { type ConfigFacts, type ConfigProblem, type Severity, setting } from '../rule';

const DIRECTIVES = [
  'default-src',
  'script-src',
  'script-src-elem',
  'object-src',
  'base-uri',
  'frame-ancestors',
  'form-action',
  'sandbox',
];

/** Policies that are built from parts hold holes where something is put in. */
const HOLE = /\$\{[^}]*\}|\{[^{}]*\}|["'`]\s*\+[^"'`]*\+?\s*["'`]?/g;

function check(facts: ConfigFacts): ConfigProblem | undefined {
  if (isOneOf(facts.option('enabled'), [false, null])) return undefined;
  return problemOf(facts) ?? reportingOnly(facts);
}

function problemOf(facts: ConfigFacts): ConfigProblem | undefined {
  const text = onlyString(facts.option('policy'));
  // Each of several policies has to allow something: what one of them forbids is forbidden.
  if (text !== undefined) {
    const [policy, ...others] = parsePolicies(text);
    return policy && others.length === 0 ? worst(weaknesses(policy), () => 'policy') : undefined;
  }
  if (facts.has('policy')) return builtPolicy(facts);
  const policy = policyOf(facts);
  const isPart = isOneOf(facts.option('part'), [true]) || DIRECTIVES.some((name) => isOpen(facts, name));
  const found = weaknesses(policy).filter(({ weakness, directive }) =>
    weakness === 'incomplete' || weakness === 'no-scripts' ? !isPart : !hasUnseenNonce(facts, directive),
  );
  return policy.size === 0 ? undefined : worst(found, (directive) => directive);
}

/** Of a policy that is not known whole, what is said can be wrong, but nothing is missing. */
function builtPolicy(facts: ConfigFacts): ConfigProblem | undefined {
  const { text } = facts.option('policy');
  if (!/-src\b/.test(text) || /nonce|strict-dynamic|sha(?:256|384|512)/i.test(text)) return undefined;
  const literal = text.replace(/^[rbfu]*(?:"""|'''|["'`])|(?:"""|'''|["'`])$/gi, '').replace(HOLE, ' ');
  const [policy] = parsePolicies(literal);
  if (!policy) return undefined;
  return worst(
    weaknesses(policy).filter(({ weakness }) => weakness === 'inline' || weakness === 'from-text'),
    () => 'policy',
  );
}

function policyOf(facts: ConfigFacts): Policy {
  const policy = new Map<string, readonly string[]>();
  for (const name of DIRECTIVES) {
    const option = facts.option(name);
    const sources = stringsWithin(option).flatMap((one) => one.split(/\s+/).filter(Boolean));
    if (sources.length > 0 || (option.isSet && !isOneOf(option, [null, undefined, false]))) policy.set(name, sources);
  }
  return policy;
}

/** Something is given that nobody sees. */
function isOpen(facts: ConfigFacts, name: string): boolean {
  const option = facts.option(name);
  return option.isSet && option.values === undefined && option.elements === undefined;
}

/** A function that makes the nonce of an answer stands beside the constants. */
function hasUnseenNonce(facts: ConfigFacts, directive: string): boolean {
  return /nonce|strict-dynamic|sha(?:256|384|512)/i.test(facts.option(directive).text);
}

const SEVERITY: Readonly<Partial<Record<PolicyProblem['weakness'], Severity>>> = {
  incomplete: 'information',
  'no-scripts': 'information',
};

function worst(problems: readonly PolicyProblem[], optionOf: (directive: string) => string): ConfigProblem | undefined {
  const [problem] = problems;
  return (
    problem && {
      message: messageOf(problem),
      option:
        problem.weakness === 'incomplete' || problem.weakness === 'no-scripts'
          ? optionOf('policy')
          : optionOf(problem.directive),
      severity: SEVERITY[problem.weakness],
      variant: problem.weakness,
    }
  );
}

function messageOf({ weakness, directive, source }: PolicyProblem): string {
  switch (weakness) {
    case 'inline':
      return `${directive} with 'unsafe-inline' runs any script that gets into the page; allow scripts by nonce or hash.`;
    case 'from-text':
      return `${directive} with 'unsafe-eval' lets texts become code; leave it out.`;
    case 'anywhere':
      return `${directive} ${source} allows code from anywhere; name the hosts, or use nonces.`;
    case 'no-scripts':
      return 'This policy says nothing of scripts, so all of them run; add default-src or script-src.';
    case 'incomplete':
      return `This policy leaves out ${directive}, for which default-src does not stand; add what is missing.`;
  }
}

function reportingOnly(facts: ConfigFacts): ConfigProblem | undefined {
  if (!isOneOf(facts.option('reportOnly'), [true])) return undefined;
  const text = onlyString(facts.option('policy'));
  const isHeard = /\breport-(?:to|uri)\b/.test(text ?? '') || facts.has('report-to') || facts.has('report-uri');
  if (isHeard || (text === undefined && facts.has('policy'))) {
    // In a header of its own it stands beside the one that is enforced.
    if (!facts.has('reportOnly')) return undefined;
    return {
      message: 'This policy only reports; enforce it once the reports are quiet.',
      option: 'reportOnly',
      severity: 'information',
      variant: 'report-only',
    };
  }
  return {
    message:
      'This policy is not enforced and has nowhere to report to; add report-to with an endpoint, then enforce it.',
    option: facts.has('reportOnly') ? 'reportOnly' : 'policy',
    severity: 'information',
    variant: 'report-only',
  };
}

export default setting({
  id: 'csp-weak-policy',
  title: 'Content security policy that does not stop scripts',
  cwe: [693, 79],
  owasp: ['A05:2021', 'A02:2025'],
  asvs: ['V3.4.3', 'V3.4.7'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['content-policy'],
  check,
  why: 'The policy is what is left when something was not escaped. With inline scripts, eval or scripts from anywhere allowed, what an attacker puts into a page runs just as without a policy, and the header only looks like protection.',
  fix: "Allow scripts by a nonce that is made anew for each answer, or by the hash of the script, and leave 'unsafe-inline', 'unsafe-eval' and bare schemes out. Add object-src 'none', base-uri 'none', form-action and frame-ancestors.",
  secondLayer: 'Escape in templates, and require Trusted Types where scripts write markup.',
  detection:
    'Send reports to an endpoint with report-to and Reporting-Endpoints, and look at new ones after each release.',
  tradeOffs:
    'Inline scripts and handlers in attributes have to move into files or get a nonce; pages with a nonce cannot be cached for everybody.',
  references: [
    'https://cwe.mitre.org/data/definitions/693.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Content_Security_Policy_Cheat_Sheet.html',
  ],
  fixes: ['content-policy', 'set-option'],
});
