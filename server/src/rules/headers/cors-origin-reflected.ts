import { acceptsEverything, isOneOf, mayBe, strings } from '../options';
import type { OptionValue } from '../rule';
import { setting } from '../rule';

/** A pattern for origins that also fits origins of others: not anchored, or a dot that stands for any character. */
function isLoosePattern(pattern: string, wholeText: boolean): boolean {
  if (!wholeText && !(pattern.startsWith('^') && /(?:\$|\$\))$/.test(pattern))) return true;
  return /(?:^|[^\\])\.[a-z]{2,}/i.test(pattern.replace(/\[[^\]]*\]/g, ''));
}

function loosePattern(origin: OptionValue, pattern: OptionValue): boolean {
  const literal = /^\/(.+)\/[a-z]*$/.exec(origin.text.trim());
  if (origin.isSet && literal && isLoosePattern(literal[1], false)) return true;
  return pattern.isSet && strings(pattern).some((text) => isLoosePattern(text, true) || /^\^?\.[*+]\$?$/.test(text));
}

export default setting({
  id: 'cors-origin-reflected',
  title: 'Origin accepted without an exact allowlist',
  cwe: [346, 942],
  owasp: ['A07:2021', 'A07:2025'],
  asvs: ['V3.4.2'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['cors'],
  check: (facts) => {
    const origin = facts.option('origin');
    const credentials = facts.option('credentials');
    const severity = isOneOf(credentials, [false]) ? 'warning' : undefined;
    if (origin.tainted) {
      return {
        message: `${origin.text || 'The request’s origin'} is allowed whatever it is; compare it with a list of exact origins.`,
        option: 'origin',
        severity,
      };
    }
    if ((isOneOf(origin, [true]) && isOneOf(credentials, [true])) || (origin.isSet && acceptsEverything(origin.text))) {
      return {
        message: 'Every origin is accepted and echoed back; compare it with a list of exact origins.',
        option: 'origin',
        severity,
      };
    }
    if (mayBe(origin, 'null') || origin.elements?.includes('null')) {
      return {
        message: 'The origin null is allowed, which any site can take on in a sandboxed frame; leave it out.',
        option: 'origin',
        severity,
      };
    }
    if (loosePattern(origin, facts.option('originPattern'))) {
      return {
        message:
          'The pattern also fits origins of others; anchor it at both ends and escape its dots, or list exact origins.',
        option: origin.isSet ? 'origin' : 'originPattern',
        severity,
      };
    }
    return undefined;
  },
  why: 'An origin that is echoed is a wildcard that also works with cookies: every page a signed-in visitor opens can read their data. Tests by part of the text pass for hosts that merely contain, begin or end with the right name, which anyone can register.',
  fix: 'Compare the whole origin with a set of constant ones and answer with it only when it is in the set, together with “Vary: Origin”. Write sub-domain patterns anchored, with escaped dots.',
  secondLayer:
    'Keep credentials off where they are not needed; use SameSite cookies and tokens that other sites cannot have.',
  detection: 'Log refused and accepted origins; alert on accepted ones that are not yours.',
  tradeOffs:
    'Preview deployments with changing names need a pattern: limit it to a sub-domain that only you can create.',
  references: [
    'https://cwe.mitre.org/data/definitions/346.html',
    'https://cwe.mitre.org/data/definitions/942.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/HTML5_Security_Cheat_Sheet.html',
  ],
  fixes: ['set-option'],
});
