import { parsePolicy } from '../../base/content-policy';
import { isOneOf, onlyString, stringsWithin } from '../options';
import { type ConfigFacts, type ConfigProblem, setting } from '../rule';

/** Values that every current browser ignores, and one that never was one. */
const WITHOUT_EFFECT = /^(?:allow-from\b|allowall$|allow$|none$)/i;

function check(facts: ConfigFacts): ConfigProblem | undefined {
  if (facts.kind === 'content-policy') return byPolicy(facts);
  if (isOneOf(facts.option('inList'), [true])) {
    if (!isOneOf(facts.option('enabled'), [false])) return undefined;
    return {
      message: 'The middleware that keeps other sites from framing the pages is not in this list; add it.',
      variant: 'off',
    };
  }
  const isOptedOut = isOneOf(facts.option('optedOut'), [true]);
  if (isOptedOut || isOneOf(facts.option('enabled'), [false, null])) {
    return {
      message: isOptedOut
        ? 'Any site may show this page in a frame; leave the protection on or allow single origins by frame-ancestors.'
        : 'Any site may show the pages in a frame; leave X-Frame-Options or frame-ancestors on.',
      option: 'enabled',
      variant: 'off',
    };
  }
  const value = onlyString(facts.option('value'))?.trim();
  if (value === undefined || !WITHOUT_EFFECT.test(value)) return undefined;
  return {
    message: `Browsers ignore X-Frame-Options: ${value.split(/\s/)[0]}; name the origins in frame-ancestors of the content security policy.`,
    option: 'value',
    variant: 'without-effect',
  };
}

/** The newer directive wins over the older header. */
function byPolicy(facts: ConfigFacts): ConfigProblem | undefined {
  const text = onlyString(facts.option('policy'));
  const written = text === undefined ? undefined : parsePolicy(text).get('frame-ancestors');
  const given = written ?? stringsWithin(facts.option('frame-ancestors')).flatMap((one) => one.split(/\s+/));
  const open = given.find((source) => /^(?:\*|https?:|https?:\/\/\*)$/i.test(source));
  if (open === undefined || isOneOf(facts.option('reportOnly'), [true])) return undefined;
  return {
    message: `frame-ancestors ${open} lets any site show the pages in a frame; name the origins that may, or 'none'.`,
    option: written ? 'policy' : 'frame-ancestors',
    variant: 'frame-ancestors',
  };
}

export default setting({
  id: 'clickjacking-unprotected',
  title: 'Framing by other sites allowed',
  cwe: [1021],
  owasp: ['A04:2021', 'A06:2025'],
  asvs: ['V3.4.6'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['framing', 'content-policy'],
  check,
  why: 'Another site can show the page in a transparent frame above its own buttons. Users who believe to click there click here, logged in as themselves: money is sent, rights are given, accounts are deleted.',
  fix: "Leave the framework's protection on. Where some other site really has to show a page, name its origin in frame-ancestors of the content security policy, for that page only.",
  secondLayer:
    'SameSite cookies keep most foreign frames without a session; ask again before actions that cannot be taken back.',
  detection: 'Collect reports of frame-ancestors violations; they name the page that tried.',
  tradeOffs: 'Widgets meant for other sites need a list of these sites, or a page without a session.',
  references: [
    'https://cwe.mitre.org/data/definitions/1021.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Clickjacking_Defense_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-call', 'remove-call'],
});
