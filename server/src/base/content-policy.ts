/**
 * Content security policies, as browsers read them. What a policy leaves open is computed from its text or from its
 * directives alone, without a word of where it was found.
 */

/** Source lists by directive, in lower case. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Of several policies in one header each must agree, so each is read for itself. */
export function parsePolicies(header: string): Policy[] {
  return header
    .split(',')
    .map(parsePolicy)
    .filter((policy) => policy.size > 0);
}

/** The first of two directives of one name counts. */
export function parsePolicy(text: string): Policy {
  const policy = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name, ...sources] = part.split(/[\t\n\f\r ]+/).filter(Boolean);
    const directive = name?.toLowerCase();
    if (directive !== undefined && !policy.has(directive)) policy.set(directive, sources);
  }
  return policy;
}

export function writePolicy(policy: Policy): string {
  return [...policy].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

const FETCH_FALLBACK: Readonly<Record<string, readonly string[]>> = {
  'script-src-elem': ['script-src-elem', 'script-src', 'default-src'],
  'script-src': ['script-src', 'default-src'],
  'object-src': ['object-src', 'default-src'],
};

/** The directive that decides, which may be the one that stands for all others. */
export function deciding(policy: Policy, directive: string): string | undefined {
  return (FETCH_FALLBACK[directive] ?? [directive]).find((name) => policy.has(name));
}

/** Nonces, hashes and what they vouch for: with them, browsers ignore that inline scripts are allowed. */
export function namesEachScript(sources: readonly string[]): boolean {
  return sources.some((source) => /^'(?:nonce-|sha(?:256|384|512)-|strict-dynamic')/i.test(source));
}

export type Weakness =
  /** Any script in the page runs. */
  | 'inline'
  /** Texts run as scripts. */
  | 'from-text'
  /** Scripts or plugins from anywhere. */
  | 'anywhere'
  /** Nothing is said of scripts. */
  | 'no-scripts'
  /** Directives without a fallback are missing. */
  | 'incomplete';

export interface PolicyProblem {
  readonly weakness: Weakness;
  /** The directive to change; for `incomplete` the missing ones, separated by commas. */
  readonly directive: string;
  readonly source: string;
}

const ANYWHERE = new Set(['*', 'http:', 'https:', 'data:', 'http://*', 'https://*', 'blob:*']);

/** What a policy leaves open, worst first. */
export function weaknesses(policy: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  for (const directive of new Set(['script-src-elem', 'script-src'].map((name) => deciding(policy, name)))) {
    if (directive !== undefined) problems.push(...scriptProblems(directive, policy.get(directive) ?? []));
  }
  const objects = deciding(policy, 'object-src');
  const wide = objects === undefined ? undefined : policy.get(objects)?.find((source) => isAnywhere(source));
  if (objects !== undefined && wide !== undefined && !problems.some(({ directive }) => directive === objects))
    problems.push({ weakness: 'anywhere', directive: objects, source: wide });
  if (deciding(policy, 'script-src') === undefined)
    problems.push({ weakness: 'no-scripts', directive: '', source: '' });
  const missing = missingDirectives(policy);
  if (missing.length > 0) problems.push({ weakness: 'incomplete', directive: missing.join(', '), source: '' });
  return problems;
}

function scriptProblems(directive: string, sources: readonly string[]): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const find = (wanted: string): string | undefined => sources.find((source) => source.toLowerCase() === wanted);
  const inline = find("'unsafe-inline'");
  if (inline !== undefined && !namesEachScript(sources))
    problems.push({ weakness: 'inline', directive, source: inline });
  const code = find("'unsafe-eval'");
  if (code !== undefined) problems.push({ weakness: 'from-text', directive, source: code });
  const isDynamic = find("'strict-dynamic'") !== undefined;
  const wide = isDynamic ? undefined : sources.find(isAnywhere);
  if (wide !== undefined) problems.push({ weakness: 'anywhere', directive, source: wide });
  return problems;
}

function isAnywhere(source: string): boolean {
  return ANYWHERE.has(source.toLowerCase());
}

/** Directives that no other stands for, as far as the policy leaves something for them to do. */
function missingDirectives(policy: Policy): string[] {
  const scripts = policy.get(deciding(policy, 'script-src') ?? '');
  const runsNothing = scripts?.length === 1 && scripts[0].toLowerCase() === "'none'";
  const missing: string[] = [];
  if (deciding(policy, 'object-src') === undefined) missing.push('object-src');
  // Where nothing runs, there is nothing to load from another base, and forms that were put there are all that is left.
  if (!policy.has('base-uri') && !runsNothing) missing.push('base-uri');
  if (!policy.has('frame-ancestors')) missing.push('frame-ancestors');
  if (!policy.has('form-action') && !(policy.has('sandbox') && !policy.get('sandbox')?.includes('allow-forms')))
    missing.push('form-action');
  return missing;
}

/** The seconds that a `Strict-Transport-Security` header asks for, and whether it speaks for the hosts below. */
export function parseTransportPolicy(header: string): {
  readonly maxAge: number | undefined;
  readonly subDomains: boolean;
} {
  let maxAge: number | undefined;
  let subDomains = false;
  for (const part of header.split(';')) {
    const [name, value] = part.split('=').map((text) => text.trim());
    if (/^max-age$/i.test(name) && /^"?\d+"?$/.test(value ?? '')) maxAge ??= Number(value.replaceAll('"', ''));
    else if (/^includeSubDomains$/i.test(name)) subDomains = true;
  }
  return { maxAge, subDomains };
}
