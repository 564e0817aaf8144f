import { strings } from '../options';
import { type SettingPart, withSettings } from '../parts';
import { flow } from '../rule';

/** What layouts call the page that they frame: the engine wrote it. */
const FRAMED = /^(?:body|content|yield|children|slot|main|layout|block|super)$/i;

/** Raw outputs of variables of which nobody knows where they come from. */
const UNKNOWN_VALUES: SettingPart = {
  of: ['raw-output'],
  check: (facts) => {
    const [name] = strings(facts.option('name'));
    const value = facts.option('value');
    if (name === undefined || FRAMED.test(name) || value.values !== undefined) return undefined;
    return {
      message: `${value.text} is written into the page as it is (unknown); make sure that it is HTML that was sanitised, or escape it.`,
      option: 'value',
      severity: 'information',
      variant: 'unknown',
      unlessGiven: true,
    };
  },
};

const rule = flow({
  id: 'template-unescaped-output',
  title: 'Raw output in a template',
  cwe: [79],
  owasp: ['A03:2021', 'A05:2025'],
  asvs: ['V1.2.1'],
  severity: 'error',
  precision: 'high',
  profile: 'recommended',
  layer: 'output',
  family: { name: 'xss', rank: 4 },
  from: ['remote', 'database', 'stored'],
  to: ['template-output'],
  message: ({ source, sourceKind, variant }) => {
    const what = sourceKind === 'database' ? `What ${source} read from the database` : source;
    return variant === 'engine'
      ? `${what} is written into the page as it is, because the engine’s escaping is switched off; escape it here or switch escaping on.`
      : `${what} is written into the page as it is; escape it, or sanitise what has to be HTML.`;
  },
  severityOf: ({ sourceKind }) => (sourceKind === 'database' ? 'warning' : undefined),
  why: 'A raw output puts a value into the page without escaping it. Whoever chooses the value can put a script there, which then runs for everybody who opens the page: at once when it comes with the request, again and again when it was stored.',
  fix: 'Write the value with the template’s escaping output. Where it has to be HTML, clean it with a sanitiser that knows an allowlist of elements, in the code that renders, and say so beside the output.',
  secondLayer:
    'Send a content security policy without inline scripts, and keep cookies of the session out of reach of scripts.',
  detection:
    'Collect reports of the content security policy; search stored texts that are shown for elements of scripts and handlers.',
  tradeOffs:
    'Text that holds HTML on purpose shows its elements once it is escaped. Sanitisers need updates as browsers learn new elements.',
  references: [
    'https://cwe.mitre.org/data/definitions/79.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
  ],
  fixes: ['escape-in-template'],
});

export default withSettings(rule, UNKNOWN_VALUES);
