import { parseTransportPolicy } from '../../base/content-policy';
import { isForDevelopment, isOneOf, onlyNumber, onlyString } from '../options';
import { type ConfigFacts, type ConfigProblem, setting } from '../rule';

/** Half of what browsers ask for before they build a host in. */
const YEAR = 31_536_000;

function check(facts: ConfigFacts): ConfigProblem | undefined {
  if (isForDevelopment(facts.file)) return undefined;
  if (isOneOf(facts.option('enabled'), [false, null])) {
    return {
      message: 'Browsers are not told to keep to HTTPS; send Strict-Transport-Security for a year or more.',
      option: 'enabled',
      variant: 'off',
    };
  }
  const header = onlyString(facts.option('header'));
  const written = header === undefined ? undefined : parseTransportPolicy(header);
  const maxAge = written ? written.maxAge : onlyNumber(facts.option('maxAge'));
  const option = written ? 'header' : 'maxAge';
  if (maxAge !== undefined && maxAge < YEAR && (written || facts.has('maxAge'))) {
    return {
      message: `Browsers keep to HTTPS for ${durationOf(maxAge)} only; make it a year or more.`,
      option,
      variant: maxAge === 0 ? 'off' : 'short',
    };
  }
  const isWithoutHostsBelow = written ? !written.subDomains : isOneOf(facts.option('subDomains'), [false]);
  if (!isWithoutHostsBelow || (written && maxAge === undefined)) return undefined;
  return {
    message:
      'The hosts below this one are still asked for over HTTP; add includeSubDomains when all of them serve HTTPS.',
    option: written ? 'header' : 'subDomains',
    severity: 'hint',
    variant: 'sub-domains',
  };
}

function durationOf(seconds: number): string {
  if (seconds === 0) return 'no time';
  if (seconds < 86_400) return `${seconds} seconds`;
  const days = Math.floor(seconds / 86_400);
  return days === 1 ? '1 day' : `${days} days`;
}

export default setting({
  id: 'hsts-weak',
  title: 'HSTS off or too short',
  cwe: [319, 523],
  owasp: ['A02:2021', 'A04:2025'],
  asvs: ['V3.4.1'],
  severity: 'warning',
  precision: 'high',
  profile: 'recommended',
  layer: 'edge',
  of: ['hsts'],
  check,
  why: 'Whoever types the name of a site, or follows an old link, asks over HTTP first. In a foreign network that first request can be answered by somebody else, who keeps the user on HTTP and reads along. A browser that was told to keep to HTTPS never sends it.',
  fix: 'Send Strict-Transport-Security with max-age of at least 31536000 and includeSubDomains on every answer over HTTPS. Raise the time in steps, and go to a year once nothing is served over HTTP any more.',
  secondLayer:
    'Redirect HTTP at the edge, set Secure on cookies, and have the domain built into browsers when all hosts below it serve HTTPS.',
  detection:
    'Check the header of a page and of an error answer from outside after each release; watch expiry of certificates.',
  tradeOffs:
    'For the time given, users cannot reach the site without a valid certificate. With includeSubDomains this holds for every host below the domain, also forgotten ones.',
  references: [
    'https://cwe.mitre.org/data/definitions/319.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Strict_Transport_Security_Cheat_Sheet.html',
  ],
  fixes: ['set-option', 'replace-call', 'remove-call'],
});
