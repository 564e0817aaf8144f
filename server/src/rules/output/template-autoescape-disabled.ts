import { isOneOf, strings } from '../options';
import type { ConfigFacts } from '../rule';
import { setting } from '../rule';

/** The option that says so, whether in so many words or by default. */
function offender(facts: ConfigFacts): string | undefined {
  const escaping = facts.option('escape');
  if (isOneOf(escaping, [false, null])) return 'escape';
  // A function that gives back what it is given.
  if (
    /^(?:\(?\s*(\w+)\s*\)?\s*=>\s*\1|function\s*\w*\s*\(\s*(\w+)\s*\)\s*\{\s*return\s+\2;?\s*\})$/.test(
      escaping.text.trim(),
    )
  ) {
    return 'escape';
  }
  if (isOneOf(facts.option('raw'), [true])) return 'raw';
  if (strings(facts.option('policy')).some((name) => /(?:^|\.)DISABLE_AUTO_ESCAPING_POLICY$/.test(name)))
    return 'policy';
  return undefined;
}

export default setting({
  id: 'template-autoescape-disabled',
  title: 'Templates that do not escape',
  cwe: [79, 116],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.1.2', 'V1.2.1'],
  severity: 'error',
  precision: 'medium',
  profile: 'recommended',
  layer: 'output',
  of: ['template-engine'],
  check: (facts) => {
    const option = offender(facts);
    if (option === undefined) return undefined;
    if (isOneOf(facts.option('page'), [true])) {
      return {
        message: `${facts.callee} writes a page with an engine that escapes nothing; use the engine for pages.`,
        severity: 'warning',
        variant: 'page',
      };
    }
    return facts.option(option).isSet
      ? {
          message: 'Values are written into pages as they are (escaping is off); switch it on and mark what is safe.',
          option,
        }
      : {
          message: `${facts.callee} escapes nothing unless it is told to; switch escaping on where pages are made.`,
          option,
          // Not every template makes a page: what is left unsaid may be meant.
          severity: 'information',
          variant: 'default',
        };
  },
  why: 'With escaping off, every value in every template must be escaped by hand, and one that is forgotten lets visitors put their scripts into other people’s pages. With it on, the mistake has to be made on purpose.',
  fix: 'Switch escaping on for the whole engine, for files of HTML at least, and mark the few values that are HTML and were sanitised.',
  secondLayer:
    'Send a content security policy without inline scripts; keep cookies of the session out of reach of scripts.',
  detection:
    'Search templates for the mark that switches escaping off for one value, and ask of each where it comes from.',
  tradeOffs:
    'Values that are HTML already are escaped twice until they are marked. Templates for mail in plain text or for code need an engine of their own.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cwe.mitre.org/data/definitions/116.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-import'],
});
